// Texts in which each word that comes again is a number: written by docgen, read by the browser.
function docgenTexts() {
  "use strict";

  // The digits: what stands in a string of a script as it is.
  var digits = "", values = {};
  for (var code = 33; code < 127; code++) {
    var sign = String.fromCharCode(code);
    if (sign === "\"" || sign === "\\") continue;
    values[sign] = digits.length;
    digits += sign;
  }
  var base = digits.length;

  // The first digit says what follows: up to `short` a piece as it is with one character more than the digit,
  // at `short` a piece whose length has four digits, then numbers of one, two and three digits.
  var short = 24, one = short + 1, two = 65, three = 84, longDigits = 4;
  var afterOne = two - one, afterTwo = afterOne + (three - two) * base, most = afterTwo + (base - three) * base * base;

  function number(value, count) {
    var out = "";
    for (; count > 0; count--, value = Math.floor(value / base)) out = digits[value % base] + out;
    return out;
  }

  function plain(piece) {
    return (piece.length <= short ? digits[piece.length - 1] : digits[short] + number(piece.length, longDigits)) + piece;
  }

  function numbered(place) {
    if (place < afterOne) return digits[one + place];
    return place < afterTwo ? number(two * base + place - afterOne, 2) : number(three * base * base + place - afterTwo, 3);
  }

  // A text is words and what stands between them, in turn.
  function pieces(text) { return text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) || []; }
  function isWord(piece) { return /^[\p{L}\p{M}\p{N}]/u.test(piece); }

  // Each piece that is shorter as a number, the most frequent first, and the texts; a blank between words is not written.
  function packed(texts) {
    var cut = texts.map(pieces), counts = new Map(), words = [], numbers = new Map();
    function isIdle(list, place) { return list[place] === " " && place > 0 && place + 1 < list.length; }
    cut.forEach(function (list) {
      list.forEach(function (piece, place) {
        if (!isIdle(list, place)) counts.set(piece, (counts.get(piece) || 0) + 1);
      });
    });
    Array.from(counts.keys()).sort(function (a, b) {
      return counts.get(b) - counts.get(a) || (a < b ? -1 : 1);
    }).forEach(function (piece) {
      if (words.length === most) return;
      var size = plain(piece).length, count = counts.get(piece), written = numbered(words.length);
      if (size + written.length * count >= size * count) return;
      numbers.set(piece, written);
      words.push(piece);
    });
    return {
      words: words.map(plain).join(""),
      texts: cut.map(function (list) {
        return list.map(function (piece, place) {
          return isIdle(list, place) ? "" : numbers.get(piece) || plain(piece);
        }).join("");
      })
    };
  }

  // Gives each piece of a text that was written to `take`.
  function read(text, words, take) {
    var at = 0;
    function value(count) {
      var out = 0;
      for (; count > 0; count--) out = out * base + values[text[at++]];
      return out;
    }
    while (at < text.length) {
      var first = value(1);
      if (first <= short) {
        var length = first < short ? first + 1 : value(longDigits);
        take(text.slice(at, at + length));
        at += length;
      } else if (first < two) take(words[first - one]);
      else if (first < three) take(words[afterOne + (first - two) * base + value(1)]);
      else take(words[afterTwo + (first - three) * base * base + value(2)]);
    }
  }

  // The words of what was written, and a function that gives a text back.
  function unpacked(written) {
    var words = [];
    read(written, [], function (word) { words.push(word); });
    return function (text) {
      var out = "", isAfterWord = false;
      read(text, words, function (piece) {
        var begins = isWord(piece);
        out += (begins && isAfterWord ? " " : "") + piece;
        isAfterWord = begins;
      });
      return out;
    };
  }

  // The anchor that most headings have.
  function anchor(title) {
    return title.toLowerCase().replace(/[^a-z0-9_ -]/g, "").replace(/ /g, "-");
  }

  return { packed: packed, unpacked: unpacked, anchor: anchor };
}
