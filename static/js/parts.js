// Links that open a part of the page in place. When the part does not arrive, the link leads to
// the whole page, as it does without this script: that page says what is wrong.
document.addEventListener("htmx:afterRequest", (event) => {
  const link = event.target.closest("a[hx-get]");
  if (link && !event.detail.successful) {
    window.location.assign(link.href);
  }
});
