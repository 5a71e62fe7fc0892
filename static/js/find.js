/* A box to find a name in a long list of ticks. Without this script the whole list is there. */
(() => {
  const ENOUGH = 8;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  for (const list of document.querySelectorAll("[data-find]")) {
    const rows = [...list.querySelectorAll(".form-check")];
    if (rows.length <= ENOUGH) continue;
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "search";
    box.className = "form-control half";
    label.className = "findbox form-label";
    label.append(list.dataset.find, box);
    list.querySelector("fieldset").before(label);
    box.addEventListener("input", () => {
      const words = plain(box.value).split(/\s+/);
      for (const row of rows) {
        const kept = row.querySelector("input").checked;
        row.hidden = !kept && !words.every((word) => plain(row.textContent).includes(word));
      }
    });
    // Enter looks, and sends nothing.
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
  }
})();
