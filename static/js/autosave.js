// The honest saved mark of the theme page. htmx saves a statement on every choice; this file saves
// while somebody types, says what is not saved yet, and tries again when a save did not arrive.
(() => {
  "use strict";
  const TYPING_PAUSE = 1200;
  const RETRY_EVERY = 5000;
  const timers = new WeakMap();
  let retry = null;

  const statementOf = (element) => element.closest("fieldset.st");
  const waiting = () => document.querySelectorAll("fieldset.st.is-waiting");

  function save(statement) {
    clearTimeout(timers.get(statement));
    htmx.trigger(statement, "autosave");
  }

  function show(state) {
    document.querySelectorAll("#connection [data-state]").forEach((bar) => {
      bar.hidden = bar.dataset.state !== state;
    });
  }

  function failed(statement, state) {
    statement.classList.add("is-waiting");
    show(state);
    if (retry === null) {
      retry = setInterval(() => waiting().forEach(save), RETRY_EVERY);
    }
  }

  function arrived(statement) {
    statement.classList.remove("is-waiting");
    delete statement.dataset.renewed;
    if (waiting().length === 0) {
      clearInterval(retry);
      retry = null;
      show("");
    }
  }

  // After signing in again in another tab this page holds an old token: take the new one.
  async function renewToken() {
    const page = await fetch(window.location.href, { credentials: "same-origin" });
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    const theirs = fresh.querySelector("[hx-headers]");
    if (!theirs) {
      return false;
    }
    document.querySelector("[hx-headers]").setAttribute("hx-headers", theirs.getAttribute("hx-headers"));
    const token = "#answers [name=csrfmiddlewaretoken]";
    document.querySelector(token).value = fresh.querySelector(token).value;
    return true;
  }

  document.addEventListener("input", (event) => {
    const statement = event.target.matches("textarea") && statementOf(event.target);
    if (statement) {
      statement.classList.add("is-typing");
      clearTimeout(timers.get(statement));
      timers.set(statement, setTimeout(save, TYPING_PAUSE, statement));
    }
  });

  document.addEventListener("htmx:beforeRequest", (event) => {
    const statement = statementOf(event.target);
    if (statement) {
      clearTimeout(timers.get(statement));
      statement.classList.remove("is-typing");
    }
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const statement = statementOf(event.target);
    const status = event.detail.xhr.status;
    if (!statement) {
      return;
    }
    if (event.detail.successful || status === 409 || status === 422) {
      arrived(statement);
    } else if (status === 401) {
      failed(statement, "signed-out");
    } else if (status === 403 && !statement.dataset.renewed) {
      statement.dataset.renewed = "yes";
      statement.classList.add("is-waiting");
      renewToken().then((renewed) => (renewed ? save(statement) : show("refused")));
    } else if (status >= 400 && status < 500) {
      statement.classList.add("is-waiting");
      show("refused");
    } else {
      failed(statement, "offline");
    }
  });

  // The whole page is posted by its button: that save is complete, so nothing is left behind.
  document.addEventListener("submit", () => {
    document.querySelectorAll("fieldset.st").forEach((statement) => {
      clearTimeout(timers.get(statement));
      statement.classList.remove("is-typing", "is-waiting");
    });
  });

  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector("fieldset.is-typing, fieldset.is-waiting, fieldset.htmx-request")) {
      event.preventDefault();
    }
  });
})();
