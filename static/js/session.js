// Keeps a page of a session up to date: asks every few seconds how it stands, shows the turnout, and
// loads the page again when the session has moved on. What somebody is filling in stays: then the
// page says that there is more to see. Without this script one reloads the page oneself.
(() => {
  "use strict";
  const EVERY = 2000;
  const JITTER = 1000;
  const LONGEST = 30000;
  const live = document.querySelector("[data-live]");
  if (!live) {
    return;
  }
  const offline = live.querySelector("[data-offline]");
  const behind = live.querySelector("[data-behind]");
  let failures = 0;
  let touched = false;
  let leaving = false;
  let timer = null;

  const show = (element, visible) => {
    if (element.hidden === visible) {
      element.hidden = !visible;
    }
  };

  function follow(state) {
    document.querySelectorAll("[data-turnout]").forEach((element) => {
      if (state.turnout && element.textContent !== state.turnout) {
        element.textContent = state.turnout;
      }
    });
    // Loading the page again would take back what was just pressed.
    if (state.screen === live.dataset.screen || leaving) {
      return;
    }
    moveOn();
  }

  function moveOn() {
    if (touched) {
      show(behind, true);
    } else {
      window.location.reload();
    }
  }

  async function ask() {
    try {
      const answer = await fetch(live.dataset.stateUrl, {
        credentials: "same-origin",
        headers: { Accept: "application/json" },
        cache: "no-cache",
      });
      if (answer.status === 404) {
        // This session is gone, or one's place in it: the page says so, and asks no more.
        moveOn();
        return;
      }
      if (!answer.ok || answer.redirected) {
        throw new Error(String(answer.status));
      }
      follow(await answer.json());
      failures = 0;
    } catch {
      failures += 1;
    }
    // One that fails now and then is no reason to say anything.
    show(offline, failures > 1);
    plan();
  }

  function plan() {
    if (leaving) {
      return;
    }
    const pause = EVERY + Math.random() * JITTER;
    clearTimeout(timer);
    timer = setTimeout(ask, Math.min(pause * 2 ** Math.max(0, failures - 1), LONGEST));
  }

  document.addEventListener("input", (event) => {
    touched = touched || event.target.form !== null;
  });
  document.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
  // Back from a page that did not come: it follows again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      leaving = false;
      ask();
    }
  });
  // After sleep, or back on this tab, a page looks at once.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      clearTimeout(timer);
      ask();
    }
  });
  window.addEventListener("online", ask);
  plan();
})();
