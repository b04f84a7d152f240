// Lets the reader choose light or dark, and opens the search; without scripts the system's choice holds
// and the search is not shown.
(function () {
  "use strict";
  var root = document.documentElement;
  // From a former address the place on the page is taken along.
  if (root.dataset.moved) location.replace(root.dataset.moved + location.hash);
  var base = document.currentScript.src.replace(/[^/]*$/, "");
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

  // The search is loaded when it is first asked for.
  function search() {
    if (window.docgenSearch) {
      window.docgenSearch.open();
      return;
    }
    var style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = base + "docgen-search.css";
    style.onload = style.onerror = function () {
      var script = document.createElement("script");
      script.src = base + "docgen-search.js";
      script.onload = function () { window.docgenSearch.open(); };
      document.head.append(script);
    };
    document.head.append(style);
  }
  function isTyping(target) {
    return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
  }
  document.addEventListener("keydown", function (event) {
    var isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    var isCommand = event.key === "k" && (event.ctrlKey || event.metaKey);
    if (event.defaultPrevented || (isSlash && isTyping(event.target)) || !(isSlash || isCommand)) return;
    event.preventDefault();
    search();
  });

  // Of a large site each page holds only the nearest entries; one script holds the whole tree.
  function wholeTree() {
    var navigation = document.querySelector("nav[data-tree]");
    if (!navigation) return;
    var root = navigation.dataset.root;
    var place = navigation.dataset.page;
    // The entries under one are shown and hidden by a button before it.
    function fold(item, entry, inner) {
      var button = document.createElement("button");
      function open(isOpen) {
        button.setAttribute("aria-expanded", String(isOpen));
        inner.hidden = !isOpen;
      }
      button.type = "button";
      button.setAttribute("aria-label", entry[0]);
      button.addEventListener("click", function () { open(inner.hidden); });
      open(entry[1] === place || !!inner.querySelector("[aria-current]"));
      item.className = "folder";
      item.prepend(button);
      item.append(inner);
    }
    function list(entries) {
      var out = document.createElement("ul");
      entries.forEach(function (entry) {
        var item = out.appendChild(document.createElement("li"));
        var name = document.createElement(entry[1] ? "a" : "span");
        name.textContent = entry[0];
        if (entry[1]) name.href = root + entry[1].split("/").map(encodeURIComponent).join("/");
        else name.className = "section";
        if (entry[1] === place) name.setAttribute("aria-current", "page");
        item.appendChild(name);
        if (entry[2]) {
          name.lang = name.hreflang = entry[2];
          var mark = document.createElement("span");
          mark.className = "untranslated";
          mark.textContent = navigation.dataset.untranslated;
          item.append(" ", mark);
        }
        if (entry[3].length) fold(item, entry, list(entry[3]));
      });
      return out;
    }
    window.docgenTree = function (entries) {
      navigation.replaceChild(list(entries), navigation.querySelector("ul"));
      var current = navigation.querySelector("[aria-current]");
      if (current) navigation.scrollTop = current.offsetTop - navigation.clientHeight / 2;
    };
    document.head.appendChild(document.createElement("script")).src = navigation.dataset.tree;
  }
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("button.theme");
    if (!button) return;
    function label() {
      button.textContent = { automatic: "◐", light: "○", dark: "●" }[theme];
      button.title = button.dataset.label + ": " + button.dataset[theme];
      button.setAttribute("aria-label", button.title);
    }
    label();
    button.hidden = false;
    wholeTree();
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
    var opener = document.querySelector("button.search");
    opener.hidden = false;
    opener.addEventListener("click", search);
  });
})();
