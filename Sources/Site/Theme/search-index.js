// The pages and sections that docgen wrote: of each section the number of its page, its anchor, its title, its
// text and the signs of its formulas, each formula once.
function docgenSections(terms, written) {
  "use strict";
  var texts = docgenTexts(), text = texts.unpacked(written.words);
  return {
    pages: written.pages,
    sections: written.sections.map(function (section) {
      var formulas = new Set();
      var all = text(section[3]).split("\n").map(function (part, index) {
        if (index % 2 === 0) return part;
        if (part) formulas.add(part);
        return " " + terms.shown(part.split(" ")) + " ";
      }).join("").replace(/\s+/g, " ").replace(/ ([.,;:)])(?= |$)/g, "$1").trim();
      return [section[0], section[1] === 0 ? texts.anchor(section[2]) : section[1], section[2], all, Array.from(formulas)];
    })
  };
}

// The index that lunr's own builder makes of the sections, in which each word is cut and stemmed once.
function docgenIndex(terms, lunr, data) {
  "use strict";
  var pipeline = new lunr.Pipeline(), asked = new lunr.Pipeline(), known = new Map();
  pipeline.add(lunr.stopWordFilter, lunr.stemmer);
  asked.add(lunr.stemmer);
  var fields = ["title", "text"], boosts = { title: 8, text: 1 };
  // As lunr has them: how soon a word that comes again counts no more, and how much the length of a text does.
  var saturation = 1.2, lengthShare = 0.75;

  function stems(text) {
    var out = [];
    (terms.folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) || []).forEach(function (word) {
      var list = known.get(word);
      if (!list) {
        list = [];
        terms.split(word).forEach(function (part) { list = list.concat(pipeline.runString(part)); });
        known.set(word, list);
      }
      list.forEach(function (stem) { out.push(stem); });
    });
    return out;
  }

  var inverted = Object.create(null), size = 0, hit = {};
  function posting(stem) {
    if (!inverted[stem]) inverted[stem] = { _index: size++, title: Object.create(null), text: Object.create(null) };
    return inverted[stem];
  }

  // Of each text how often it has each stem, and how many it has.
  function counted(text, field, id) {
    var list = stems(text), counts = new Map();
    list.forEach(function (stem) {
      counts.set(stem, (counts.get(stem) || 0) + 1);
      posting(stem)[field][id] = hit;
    });
    return { field: field, id: id, counts: counts, length: list.length };
  }

  // The first section of a page is found by the title of the page too, whose own may hold nothing else.
  var last, found = [];
  data.sections.forEach(function (section, id) {
    var page = data.pages[section[0]][1], isFirst = section[0] !== last;
    last = section[0];
    found.push(counted(isFirst && section[2] !== page ? page + " " + section[2] : section[2], "title", id));
    found.push(counted(section[3], "text", id));
  });

  var lengths = { title: 0, text: 0 }, count = data.sections.length, rarities = new Map();
  found.forEach(function (text) { lengths[text.field] += text.length; });
  function rarity(stem) {
    if (!rarities.has(stem)) rarities.set(stem, lunr.idf(inverted[stem], count));
    return rarities.get(stem);
  }

  // Source: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
  function vector(text) {
    var damping = saturation * (1 - lengthShare + lengthShare * (text.length / (lengths[text.field] / count)));
    var out = new lunr.Vector(), pairs = Array.from(text.counts, function (pair) {
      var weight = rarity(pair[0]) * ((saturation + 1) * pair[1]) / (damping + pair[1]) * boosts[text.field];
      return [inverted[pair[0]]._index, Math.round(weight * 1000) / 1000];
    });
    pairs.sort(function (a, b) { return a[0] - b[0]; });
    pairs.forEach(function (pair) { out.elements.push(pair[0], pair[1]); });
    return out;
  }

  var vectors = {};
  found.forEach(function (text) { vectors[text.field + "/" + text.id] = vector(text); });
  return new lunr.Index({
    invertedIndex: inverted, fieldVectors: vectors, fields: fields, pipeline: asked,
    tokenSet: lunr.TokenSet.fromArray(Object.keys(inverted).sort())
  });
}
