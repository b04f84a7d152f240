// Answers questions from the index: words by lunr, symbols and formulas by the formulas of each section.
function docgenQuery(terms, lunr, data) {
  "use strict";
  var index = docgenIndex(terms, lunr, data);

  var idle = /^(where|is|are|was|the|a|an|of|in|on|used|use|uses|does|do|what|which|how|appear|appears|defined|find|symbol|equation|formula)$/i;

  // Parts a question into words and formulas.
  function question(text) {
    var words = [], formulas = [], run = [];
    function end() {
      if (run.length) formulas.push(run.join(" "));
      run = [];
    }
    var parts = text.replace(/[`"“”„«»]/g, " ").trim().split(/\s+/).map(function (part) {
      return part.replace(/[?.,;:!]+$/, "").replace(/^Nabla$/, "nabla");
    });
    // A sign between blanks, as in `As - x`, makes formulas of short names beside it.
    function sign(part) { return /^[-+=/*·∘⊙<>≤≥−]+$/.test(part || ""); }
    function begins(part) { return /^[-+=/*·∘⊙<>≤≥−]/.test(part || ""); }
    function ends(part) { return /[-+=/*·∘⊙<>≤≥−]$/.test(part || ""); }
    function short(part) { return /^\p{L}{2}[0-9'′ᵀ]?$/u.test(part || "") || terms.isNamed(part || ""); }
    parts.forEach(function (core, place) {
      var isName = /^[\p{L}\p{N}]{2,}(_[\p{L}\p{N}]{2,})+$/u.test(core);
      var isFormula = !isName && /[\\^_=+*'‖|ᵀ²³√∑Σ∇∂⊙∘•()\/<>≤≥−]/.test(core) || (/-/.test(core) && !/[A-Za-z]{3}/.test(core))
        || /^[A-Za-zα-ωΑ-Ω]\p{M}*[0-9]?$/u.test(core.normalize("NFD")) || (terms.tokens(core).length === 1 && /^[α-ωΑ-Ω]$/.test(terms.tokens(core)[0]))
        || core === "nabla" || short(core) && (begins(parts[place + 1]) || place > 0 && ends(parts[place - 1]));
      if (sign(core) ? run.length : isFormula && (core !== "a" || text.trim() === core)) run.push(core);
      else {
        end();
        if (core && !sign(core) && !idle.test(core)) words.push(core);
      }
    });
    end();
    return {
      words: terms.split(words.join(" ")),
      formulas: formulas.map(function (formula) { return terms.bare(terms.tokens(formula)); })
        .filter(function (list) { return list.length > 0; }),
      literal: formulas.filter(function (formula) { return formula.length > 2; })
    };
  }

  // How much of a formula's signs another has, in the same order beside each other: from 0 to 1.
  function share(wanted, signs) {
    if (wanted.length === 1) return signs.indexOf(wanted[0]) < 0 ? 0 : 1;
    var size = Math.min(3, wanted.length), text = " " + signs.join(" ") + " ";
    if (text.indexOf(" " + wanted.join(" ") + " ") >= 0) return 1;
    var hits = 0, count = wanted.length - size + 1;
    for (var i = 0; i < count; i++) {
      if (text.indexOf(" " + wanted.slice(i, i + size).join(" ") + " ") >= 0) hits++;
    }
    return (0.9 * hits) / count;
  }

  function byFormulas(formulas) {
    var found = {};
    data.sections.forEach(function (section, id) {
      var total = 0, best = null;
      var hasAll = formulas.every(function (wanted) {
        var top = 0;
        section[4].forEach(function (formula, place) {
          var all = formula.split(" "), signs = terms.bare(all);
          var score = share(wanted, signs);
          if (score < 0.55) return;
          // What defines a symbol comes first, then what it alone is named in.
          if (wanted.length === 1 && signs[0] === wanted[0] && (signs[1] === "∈" || signs[1] === "=")) score += 0.5;
          if (wanted.length > 1 && score >= 1) score += Math.min(1, wanted.length / signs.length);
          if (signs.length > 1) score += 0.05;
          if (score > top) { top = score; best = all; }
        });
        total += top;
        return top > 0;
      });
      if (hasAll) found[id] = { score: total / formulas.length, formula: best };
    });
    return found;
  }

  // What no formula has may stand in the text as it was typed, as `N/A` does.
  function byText(parts) {
    var found = {};
    data.sections.forEach(function (section, id) {
      var text = terms.folded(section[2] + " " + section[3]);
      if (parts.every(function (part) { return text.indexOf(terms.folded(part)) >= 0; })) found[id] = { score: 1 };
    });
    return found;
  }

  // Sections with a word, by how well; the terms of the index that were hit come along.
  function hits(word, options) {
    var found = {};
    index.query(function (query) { query.term(word, options); }).forEach(function (hit) {
      found[hit.ref] = { score: hit.score, terms: Object.keys(hit.matchData.metadata) };
    });
    return found;
  }

  // The word itself; what begins with it, where it is the last and still being typed, or there is nothing else;
  // and only where there is none of these, what is written nearly so.
  function byWord(word, isLast) {
    var found = hits(word, {});
    if (isLast || !Object.keys(found).length) {
      var longer = hits(word, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
      Object.keys(longer).forEach(function (id) {
        if (found[id]) found[id].terms = found[id].terms.concat(longer[id].terms);
        else found[id] = { score: longer[id].score / 4, terms: longer[id].terms };
      });
    }
    return Object.keys(found).length || word.length < 5 ? found : hits(word, { editDistance: 1 });
  }

  // The text of a section as words between blanks, made when it is first asked for.
  var written = [];
  function plain(id) {
    if (!written[id]) {
      var section = data.sections[id], page = data.pages[section[0]];
      written[id] = [section[2], section[1] ? "" : page[1], section[3]].map(function (text) {
        return " " + terms.split(text).join(" ") + " ";
      });
    }
    return written[id];
  }

  // What is written just so comes first, in titles before texts.
  function byWords(words) {
    var found = {};
    words.forEach(function (word, place) {
      var hit = byWord(word, place === words.length - 1);
      Object.keys(hit).forEach(function (id) {
        var all = found[id] || (found[id] = { score: 0, terms: [] });
        var isWritten = plain(id).some(function (text) { return text.indexOf(" " + word + " ") >= 0; });
        all.score += Math.min(9, hit[id].score) + 20 / words.length + (isWritten ? 30 / words.length : 0);
        all.terms = all.terms.concat(hit[id].terms);
      });
    });
    var whole = " " + words.join(" ") + " ";
    Object.keys(found).forEach(function (id) {
      var text = plain(id);
      // The page of that name comes before what stands under such a heading elsewhere.
      if (text[1] === whole) found[id].score += 60;
      else if (text[0] === whole) found[id].score += 40;
      else if ((text[0] + text[1]).indexOf(whole) >= 0) found[id].score += 20;
    });
    return found;
  }

  // Sections with all that was asked for come before those with a part of it, those in the reader's language before
  // others, and pages that say so come last.
  function search(text, language) {
    var asked = question(text);
    var formulas = asked.formulas.length ? byFormulas(asked.formulas) : {};
    if (asked.literal.length && !Object.keys(formulas).length) formulas = byText(asked.literal);
    var words = asked.words.length ? byWords(asked.words) : {};
    var ids = Object.keys(Object.assign({}, formulas, words));
    var all = (asked.formulas.length > 0) + (asked.words.length > 0);
    return ids.map(function (id) {
      var formula = formulas[id], word = words[id], section = data.sections[id];
      var kinds = (formula ? 1 : 0) + (word ? 1 : 0);
      return {
        section: section, formula: formula && formula.formula,
        words: asked.words, terms: word ? word.terms : [],
        score: (formula ? formula.score * 10 : 0) + (word ? word.score : 0) + (kinds === all ? 100 : 0)
          + ((data.pages[section[0]][3] || "") === (language || "") ? 500 : 0)
          - (data.pages[section[0]][2] ? 1000 : 0)
      };
    }).sort(function (a, b) { return b.score - a.score || 0; }).slice(0, 30);
  }

  return search;
}
