// What makes reading easier where scripts run; every page can be read without.
(function () {
  "use strict";

  function make(name, attributes, text) {
    var element = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    if (text) element.textContent = text;
    return element;
  }

  // A link to a claim opens its evidence.
  function open() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var box = target; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
  }
  open();
  window.addEventListener("hashchange", open);

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

  // The heading that is being read is marked in the list of headings.
  function followHeadings() {
    var links = Array.from(document.querySelectorAll(".on-page a"));
    if (!links.length) return;
    var headings = links.map(function (link) {
      return document.getElementById(decodeURIComponent(link.hash.slice(1)));
    });
    var current = -1, waits = false;
    function update() {
      waits = false;
      var found = -1, limit = window.innerHeight / 4;
      headings.forEach(function (heading, place) {
        if (heading && heading.getBoundingClientRect().top < limit) found = place;
      });
      if (window.innerHeight + window.scrollY >= document.body.scrollHeight - 2) found = headings.length - 1;
      if (found === current) return;
      if (links[current]) links[current].removeAttribute("aria-current");
      if (links[found]) {
        links[found].setAttribute("aria-current", "location");
        var list = links[found].closest(".on-page");
        if (list.scrollHeight > list.clientHeight) links[found].scrollIntoView({ block: "nearest" });
      }
      current = found;
    }
    window.addEventListener("scroll", function () {
      if (!waits) requestAnimationFrame(update);
      waits = true;
    }, { passive: true });
    update();
  }
  followHeadings();

  // Text goes to the clipboard; from a folder of files too, where the newer interface may be closed.
  function copy(text, button) {
    function tell(word) {
      var label = button.getAttribute("data-label") || button.textContent;
      button.setAttribute("data-label", label);
      button.textContent = word;
      setTimeout(function () { button.textContent = label; }, 1500);
    }
    function byHand() {
      var area = make("textarea", { class: "read-out" });
      area.value = text;
      document.body.append(area);
      area.select();
      tell(document.execCommand("copy") ? "Copied" : "Not copied");
      area.remove();
      button.focus();
    }
    if (!navigator.clipboard) byHand();
    else navigator.clipboard.writeText(text).then(function () { tell("Copied"); }, byHand);
  }
  document.querySelectorAll("pre").forEach(function (block) {
    var frame = make("div", { class: "code-frame" });
    var button = make("button", { type: "button", class: "copy" }, "Copy");
    button.addEventListener("click", function () { copy(block.textContent.replace(/\n$/, ""), button); });
    block.replaceWith(frame);
    frame.append(block, button);
  });

  // What a reference or a footnote leads to is shown where it stands, after a moment of rest.
  var script = document.currentScript.src.replace(/[^/]*$/, "");
  var card, waiting, loaded;
  function hide() {
    clearTimeout(waiting);
    if (card) card.remove();
    card = null;
  }
  function place(link, content) {
    hide();
    card = make("div", { class: "preview", role: "tooltip", id: "preview" });
    content.querySelectorAll("[id]").forEach(function (part) { part.removeAttribute("id"); });
    content.removeAttribute("id");
    content.querySelectorAll(".marks, .copy, .permalink, .footnote-backref").forEach(function (part) { part.remove(); });
    card.append(content);
    card.inert = true;
    document.body.append(card);
    var box = link.getBoundingClientRect(), size = card.getBoundingClientRect();
    var isBelow = box.top < size.height + 16;
    card.style.left = Math.max(8, Math.min(box.left, innerWidth - size.width - 12)) + scrollX + "px";
    card.style.top = (isBelow ? box.bottom + 8 : box.top - size.height - 8) + scrollY + "px";
  }
  function block(element) {
    return element && (element.childNodes.length ? element : element.closest("[id]:not(:empty)"));
  }
  function show(link) {
    var page = link.href.split("#")[0], anchor = decodeURIComponent(link.hash.slice(1));
    if (page === location.href.split("#")[0]) {
      var target = block(document.getElementById(anchor));
      if (target) place(link, target.cloneNode(true));
      return;
    }
    function fromOther(parts) {
      var key = decodeURI(page.slice(script.length)) + "#" + anchor;
      if (!parts[key]) return;
      var holder = make("div", {});
      holder.innerHTML = parts[key];
      if (waiting !== null) place(link, holder.firstElementChild);
    }
    if (loaded) return fromOther(loaded);
    window.docgenPreviews = function (parts) {
      loaded = parts;
      fromOther(parts);
    };
    document.head.append(make("script", { src: script + "docgen-previews.js" }));
  }
  document.querySelectorAll("a.reference, .footnote-ref a").forEach(function (link) {
    function later() {
      clearTimeout(waiting);
      waiting = setTimeout(function () { show(link); }, 150);
    }
    function leave() {
      hide();
      waiting = null;
    }
    link.addEventListener("mouseenter", later);
    link.addEventListener("focus", later);
    link.addEventListener("mouseleave", leave);
    link.addEventListener("blur", leave);
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
})();
