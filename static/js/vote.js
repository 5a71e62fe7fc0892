// Counts how many themes are filled in. Keeps nothing, and nothing needs it: without this script the
// count is not shown.
(() => {
  "use strict";
  const ballot = document.querySelector("[data-ballot]");
  if (!ballot) {
    return;
  }
  const count = () => {
    const filled = ballot.querySelectorAll("input[type=radio]:checked").length;
    ballot.querySelector("[data-filled]").textContent = String(filled);
  };
  // Some browsers fill in again what was chosen, also where they are asked not to.
  window.addEventListener("pageshow", () => {
    ballot.reset();
    count();
  });
  ballot.addEventListener("change", count);
  ballot.querySelector("[data-filled-line]").hidden = false;
  count();
})();
