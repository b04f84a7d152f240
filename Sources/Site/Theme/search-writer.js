// Collects the sections of a site and writes what the browser makes the index from; `docgenSections` reads it.
function docgenWriter() {
  "use strict";
  var terms = docgenTerms(), writer = docgenTexts(), sections = [], pages = [], pageNumbers = {}, texts = [];

  function add(section) {
    if (!(section.page in pageNumbers)) {
      pageNumbers[section.page] = pages.length;
      var more = section.language ? [section.isLow ? 1 : 0, section.language] : section.isLow ? [1] : [];
      pages.push([section.page, section.pageTitle].concat(more));
    }
    var title = section.title.map(function (part, index) {
      return index % 2 === 0 ? part : terms.shown(terms.tokens(part));
    }).join("");
    // Text and the signs of formulas in turn, a line each.
    texts.push(section.parts.map(function (part, index) {
      return (index % 2 === 0 ? part : terms.tokens(part).join(" ")).replace(/\s+/g, " ").trim();
    }).join("\n"));
    sections.push([pageNumbers[section.page], section.anchor === writer.anchor(title) ? 0 : section.anchor, title]);
    return "";
  }

  function written() {
    var packed = writer.packed(texts);
    sections.forEach(function (section, id) { section.push(packed.texts[id]); });
    return JSON.stringify({ pages: pages, words: packed.words, sections: sections });
  }

  return { add: add, written: written };
}
