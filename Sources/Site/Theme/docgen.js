// Lets the reader choose light or dark; without scripts the system's choice holds.
(function () {
  "use strict";
  var root = document.documentElement;
  var themes = ["automatic", "light", "dark"];
  var theme = "automatic";
  try {
    theme = localStorage.getItem("docgen-theme") || theme;
  } catch (refused) {
    // Storage may be forbidden; the choice then lasts for this page only.
  }
  function apply() {
    if (theme === "automatic") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", theme);
  }
  apply();
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("button.theme");
    function label() {
      button.textContent = "Theme: " + theme;
    }
    label();
    button.hidden = false;
    button.addEventListener("click", function () {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      apply();
      label();
      try {
        localStorage.setItem("docgen-theme", theme);
      } catch (refused) {
        // As above.
      }
    });
    // What is too wide for the screen scrolls; the keyboard must reach it to do so.
    function reach() {
      document.querySelectorAll("article :is(div, pre, dd, li, p, span)").forEach(function (part) {
        var scrolls =
          part.scrollWidth > part.clientWidth &&
          part.clientWidth > 0 &&
          getComputedStyle(part).overflowX === "auto";
        if (scrolls) part.tabIndex = 0;
        else part.removeAttribute("tabindex");
      });
    }
    reach();
    window.addEventListener("resize", reach);
    document.addEventListener("toggle", reach, true);
    // A link to a claim opens its evidence.
    function open() {
      var claim = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
      if (claim && claim.tagName === "DETAILS") claim.open = true;
    }
    open();
    window.addEventListener("hashchange", open);
  });
})();
