// Looks at a goal while somebody writes it: sends what is typed after a pause, drops the answer to
// what is typed over meanwhile, and puts the parts that come back in their place. Nothing is stored.
// Without this script a button does the same for the whole page.
(() => {
  "use strict";
  const PAUSE = 700;
  const form = document.querySelector("form[data-check]");
  const said = document.getElementById("smart-said");
  let timer = null;
  let running = null;

  function place(part) {
    const here = document.getElementById(part.id);
    // Whoever stands on a button in it keeps that button.
    if (here && here.innerHTML !== part.innerHTML && !here.contains(document.activeElement)) {
      here.replaceWith(part);
    }
  }

  async function look() {
    running?.abort();
    running = new AbortController();
    const answer = await fetch(form.dataset.check, {
      method: "POST",
      body: new FormData(form),
      credentials: "same-origin",
      signal: running.signal,
    });
    if (!answer.ok || answer.redirected) {
      return;
    }
    const parts = new DOMParser().parseFromString(await answer.text(), "text/html");
    const words = parts.querySelector("[data-said]")?.dataset.said ?? "";
    parts.querySelectorAll("[data-part]").forEach(place);
    if (said.textContent !== words) {
      said.textContent = words;
    }
  }

  function soon() {
    clearTimeout(timer);
    // What was typed over, or a line that fell away: the next pause tries again.
    timer = setTimeout(() => look().catch(() => {}), PAUSE);
  }

  form?.addEventListener("input", soon);
})();
