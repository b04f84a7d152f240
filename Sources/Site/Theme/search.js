// The search: a dialog with a box and a list of results. It, the index and lunr are loaded when a
// reader first asks, by script elements, so that it works from a folder of files too.
(function () {
  "use strict";
  var terms = docgenTerms();
  var root = document.currentScript.src.replace(/[^/]*$/, "");
  var data, find, results = [], active = -1, state = "";

  // The words of the search, in the languages that docgen has words of.
  var labels = {
    de: {
      "Search": "Suchen", "Words, a symbol, or a formula": "Wörter, ein Zeichen oder eine Formel",
      "Results": "Ergebnisse", "Close": "Schließen", "Search this site": "Diese Website durchsuchen",
      "Nothing found.": "Nichts gefunden.", "1 section": "1 Abschnitt", "sections": "Abschnitte",
      "The first 30 sections": "Die ersten 30 Abschnitte", "Loading the index …": "Das Verzeichnis wird geladen …",
      "The index cannot be loaded: ": "Das Verzeichnis ist nicht zu laden: "
    },
    fr: {
      "Search": "Rechercher", "Words, a symbol, or a formula": "Des mots, un symbole ou une formule",
      "Results": "Résultats", "Close": "Fermer", "Search this site": "Rechercher dans ce site",
      "Nothing found.": "Rien trouvé.", "1 section": "1 section", "sections": "sections",
      "The first 30 sections": "Les 30 premières sections", "Loading the index …": "Chargement de l’index …",
      "The index cannot be loaded: ": "L’index ne peut pas être chargé : "
    },
    zh: {
      "Search": "搜索", "Words, a symbol, or a formula": "词语、符号或公式", "Results": "结果", "Close": "关闭",
      "Search this site": "搜索本站", "Nothing found.": "没有找到。", "1 section": "1 节", "sections": "节",
      "The first 30 sections": "前 30 节", "Loading the index …": "正在加载索引……",
      "The index cannot be loaded: ": "无法加载索引："
    }
  }[document.documentElement.lang.split("-")[0]] || {};
  function said(word) { return labels[word] || word; }

  function make(name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  }

  var input = make("input", {
    type: "search", id: "searchBox", role: "combobox", "aria-expanded": "false",
    "aria-controls": "searchResults", "aria-autocomplete": "list", autocomplete: "off",
    autocapitalize: "off", spellcheck: "false", "aria-label": said("Search"),
    placeholder: said("Words, a symbol, or a formula")
  });
  var list = make("ul", { id: "searchResults", role: "listbox", "aria-label": said("Results") });
  var status = make("p", { role: "status", class: "search-status" });
  var close = make("button", { type: "button", class: "search-close" }, [said("Close")]);
  var dialog = make("dialog", { class: "search-dialog", "aria-label": said("Search this site") }, [
    make("div", { class: "search-head" }, [input, close]), list, status
  ]);
  document.body.append(dialog);

  // MARK: Showing

  function stem(word) { return lunr.stemmer(new lunr.Token(word, {})).toString(); }

  // The places of what was found in a text: words with a term that was hit, and of scripts without blanks the
  // signs that were asked for.
  function places(text, result) {
    var stemmed = {}, found = [];
    result.terms.forEach(function (term) { stemmed[term] = true; });
    text.replace(/[\p{L}\p{M}\p{N}]+/gu, function (word, at) {
      var split = terms.split(word);
      if (split.length === 1 && split[0].length > 1) {
        if (result.words.indexOf(split[0]) >= 0 || stemmed[stem(split[0])]) found.push([at, at + word.length]);
      } else result.words.forEach(function (part) {
        for (var i = word.indexOf(part); i >= 0; i = word.indexOf(part, i + 1)) found.push([at + i, at + i + part.length]);
      });
      return word;
    });
    return found.sort(function (a, b) { return a[0] - b[0]; });
  }

  function marked(text, result) {
    var out = make("span", {}), end = 0;
    places(text, result).forEach(function (place) {
      if (place[1] <= end) return;
      var start = Math.max(end, place[0]);
      out.append(text.slice(end, start), make("mark", {}, [text.slice(start, place[1])]));
      end = place[1];
    });
    out.append(text.slice(end));
    return out;
  }

  // About 140 characters around the first place of what was found.
  function excerpt(text, result) {
    var found = places(text, result), at = found.length ? found[0][0] : -1;
    var start = Math.max(0, at - 50);
    if (start > 0) start = Math.min(at, text.indexOf(" ", start) + 1);
    var end = Math.min(text.length, start + 150);
    return (start > 0 ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
  }

  function option(result, number) {
    var section = result.section, page = data.pages[section[0]];
    var title = make("span", { class: "search-title" });
    if (section[2] !== page[1]) title.append(make("span", { class: "search-page" }, [page[1] + " › "]));
    title.append(marked(section[2], result));
    var item = make("li", {
      role: "option", id: "searchResult" + number, "aria-selected": "false",
      "data-href": root + page[0].split("/").map(encodeURIComponent).join("/")
        + (section[1] ? "#" + encodeURIComponent(section[1]) : "")
    }, [title]);
    if (result.formula) item.append(make("span", { class: "search-formula" }, [terms.shown(result.formula)]));
    if (!result.formula || result.words.length) {
      var line = make("span", { class: "search-excerpt" }, [marked(excerpt(section[3], result), result)]);
      item.append(line);
    }
    item.addEventListener("click", function () { go(number); });
    item.addEventListener("mousemove", function () { if (active !== number) select(number); });
    return item;
  }

  // The language of the page, where it is not the site's own.
  function language() {
    var own = document.documentElement.lang;
    return data.pages.some(function (page) { return page[3] === own; }) ? own : "";
  }

  function show() {
    var text = input.value;
    results = find && text.trim() ? find(text, language()) : [];
    list.replaceChildren.apply(list, results.map(option));
    input.setAttribute("aria-expanded", String(results.length > 0));
    list.hidden = results.length === 0;
    status.textContent = state || (!text.trim() ? "" : results.length === 0 ? said("Nothing found.")
      : results.length === 1 ? said("1 section")
      : results.length === 30 ? said("The first 30 sections") : results.length + " " + said("sections"));
    select(results.length ? 0 : -1);
  }

  function select(number) {
    if (list.children[active]) list.children[active].setAttribute("aria-selected", "false");
    active = number;
    var item = list.children[number];
    if (!item) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    item.setAttribute("aria-selected", "true");
    item.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", item.id);
  }

  function go(number) {
    var item = list.children[number];
    if (!item) return;
    dialog.close();
    location.href = item.getAttribute("data-href");
  }

  input.addEventListener("input", show);
  input.addEventListener("keydown", function (event) {
    var count = results.length, key = event.key;
    if (event.isComposing) return;
    if (key === "ArrowDown" && count) select((active + 1) % count);
    else if (key === "ArrowUp" && count) select((active + count - 1) % count);
    else if (key === "Enter") go(active);
    else if (key === "Escape") dialog.close();
    else return;
    event.preventDefault();
  });
  close.addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });

  // MARK: Loading

  function load(file) {
    return new Promise(function (done, failed) {
      var script = make("script", { src: root + file });
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
  }

  window.docgenSearch = {
    index: function (written) { data = docgenSections(terms, written); },
    open: function () {
      if (!dialog.open) dialog.showModal();
      input.focus();
      input.select();
      if (data || state) return;
      state = said("Loading the index …");
      show();
      Promise.all([load("vendor/lunr/lunr.min.js"), load("docgen-index.js")]).then(function () {
        find = docgenQuery(terms, lunr, data);
        state = "";
        show();
      }, function () {
        state = said("The index cannot be loaded: ") + "docgen-index.js, vendor/lunr/lunr.min.js";
        show();
      });
    }
  };
  show();
})();
