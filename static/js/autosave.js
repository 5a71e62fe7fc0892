// The honest saved mark of the theme page. htmx saves a statement on every choice; this file saves
// while somebody types, says what is not saved yet, and tries again when a save did not arrive.
(() => {
  "use strict";
  const TYPING_PAUSE = 1200;
  const RETRY_EVERY = 5000;
  const PENDING = "fieldset.is-typing, fieldset.is-waiting, fieldset.htmx-request";
  const timers = new WeakMap();
  let retry = null;
  let submission = null;

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

  function refused(statement, state = "refused") {
    statement.classList.add("is-waiting");
    submission = null;
    show(state);
  }

  function failed(statement, state) {
    refused(statement, state);
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
  async function renewToken(statement) {
    const page = await fetch(window.location.href, { credentials: "same-origin" });
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    const theirs = fresh.querySelector("[hx-headers]");
    if (!theirs) {
      return page.redirected ? failed(statement, "signed-out") : refused(statement);
    }
    document.querySelector("[hx-headers]").setAttribute("hx-headers", theirs.getAttribute("hx-headers"));
    const token = "#answers [name=csrfmiddlewaretoken]";
    document.querySelector(token).value = fresh.querySelector(token).value;
    statement.dataset.renewed = "yes";
    save(statement);
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
    // A queued save of the same statement starts right after this event.
    setTimeout(resubmit);
    if (!statement) {
      return;
    }
    if (event.detail.successful || status === 409 || status === 422) {
      arrived(statement);
    } else if (status === 401) {
      failed(statement, "signed-out");
    } else if (status === 403 && !statement.dataset.renewed) {
      statement.classList.add("is-waiting");
      renewToken(statement).catch(() => failed(statement, "offline"));
    } else if (status >= 400 && status < 500) {
      refused(statement);
    } else {
      failed(statement, "offline");
    }
  });

  // A choice between two versions replaces its whole statement, with the button that had the focus.
  document.addEventListener("htmx:load", (event) => {
    if (event.target.matches("fieldset.st")) {
      event.target.querySelector(".answers :checked, .answers input").focus();
    }
  });

  // The button posts the whole page and leaves it. What is not saved yet goes first: the page then
  // knows every version, and when a save does not arrive, what was typed stays here.
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "answers") {
      return;
    }
    submission = event;
    document.querySelectorAll("fieldset.is-typing, fieldset.is-waiting").forEach(save);
    if (document.querySelector(PENDING)) {
      event.preventDefault();
    }
  });

  function resubmit() {
    if (submission?.defaultPrevented && !document.querySelector(PENDING)) {
      submission.target.requestSubmit(submission.submitter);
    }
  }

  window.addEventListener("online", () => waiting().forEach(save));
  window.addEventListener("pageshow", () => {
    submission = null;
  });
  window.addEventListener("beforeunload", (event) => {
    if (submission === null && document.querySelector(`${PENDING}, .unsaved`)) {
      event.preventDefault();
    }
  });
})();
