// What is searched for: read by docgen when it writes the index and by the browser when a reader asks,
// so that both see the same terms.
function docgenTerms() {
  "use strict";

  var letters = {
    alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", varepsilon: "ε", eps: "ε",
    zeta: "ζ", eta: "η", theta: "θ", vartheta: "θ", iota: "ι", kappa: "κ", lambda: "λ", mu: "μ",
    nu: "ν", xi: "ξ", pi: "π", rho: "ρ", sigma: "σ", tau: "τ", upsilon: "υ", phi: "φ",
    varphi: "φ", chi: "χ", psi: "ψ", omega: "ω", Gamma: "Γ", Delta: "Δ", Theta: "Θ",
    Lambda: "Λ", Xi: "Ξ", Pi: "Π", Sigma: "Σ", Phi: "Φ", Psi: "Ψ", Omega: "Ω"
  };
  var signs = {
    lVert: "‖", rVert: "‖", Vert: "‖", "|": "‖", lvert: "|", rvert: "|", vert: "|",
    bullet: "⊙", odot: "⊙", circ: "⊙", sum: "∑", partial: "∂", nabla: "∇", top: "ᵀ",
    intercal: "ᵀ", dagger: "†", le: "≤", leq: "≤", ge: "≥", geq: "≥", neq: "≠", ne: "≠",
    approx: "≈", times: "×", otimes: "⊗", "in": "∈", to: "→", infty: "∞", prime: "ᵀ",
    mid: "|", sqrt: "√", prod: "∏", int: "∫", equiv: "≡", pm: "±", ell: "ℓ", oslash: "/",
    subset: "⊂", subseteq: "⊆", supset: "⊃", supseteq: "⊇", cup: "∪", cap: "∩", setminus: "∖",
    notin: "∉", emptyset: "∅", varnothing: "∅", forall: "∀", exists: "∃", neg: "¬", land: "∧",
    wedge: "∧", lor: "∨", vee: "∨", oplus: "⊕", mp: "∓", iint: "∬", iiint: "∭", oint: "∮",
    rightarrow: "→", longrightarrow: "→", mapsto: "↦", leftarrow: "←", gets: "←", Rightarrow: "⇒",
    implies: "⇒", Leftrightarrow: "⇔", iff: "⇔", sim: "∼", simeq: "≃", cong: "≅", propto: "∝",
    ll: "≪", gg: "≫", prec: "≺", preceq: "⪯", succ: "≻", succeq: "⪰", perp: "⊥", parallel: "‖",
    langle: "⟨", rangle: "⟩", lfloor: "⌊", rfloor: "⌋", lceil: "⌈", rceil: "⌉", star: "⋆", ast: "∗",
    xrightarrow: "→", ldots: "…", dots: "…", cdots: "⋯", triangleq: "≜", coloneqq: "≔", hbar: "ħ", Re: "ℜ", Im: "ℑ"
  };
  // Marks above a letter, as they follow it in plain text.
  var accents = {
    hat: "\u0302", widehat: "\u0302", tilde: "\u0303", widetilde: "\u0303", bar: "\u0304", overline: "\u0304", breve: "\u0306",
    dot: "\u0307", ddot: "\u0308", mathring: "\u030a", check: "\u030c", acute: "\u0301", grave: "\u0300", vec: "\u20d7",
    underline: "\u0332"
  };
  var operators = /^(lim|limsup|liminf|sup|inf|arg|Pr|gcd|deg|dim|hom|ker|sec|csc|cot|coth|lg|bmod|mod)$/;
  // Signs that are typed with two keys.
  var typed = { "->": "→", "<=": "≤", ">=": "≥", "!=": "≠", "==": "=" };
  // In words what a reader may type for a sign; `‖` opens a pair that ends with the bracket.
  var words = { norm2: "‖", norm: "‖", sqrt: "√", sum: "∑", grad: "∇", gradient: "∇", nabla: "∇" };
  var functions = [
    "abs", "adj", "arccos", "arcsin", "arctan", "argmax", "argmin", "cos", "cosh", "cov", "det",
    "diag", "elu", "erf", "exp", "expm", "gelu", "hardmax", "inner", "inv", "kl", "kron", "ln",
    "log", "logdet", "logm", "logsumexp", "max", "mean", "min", "norm1", "norminf", "pinv", "relu",
    "sgn", "sigmoid", "sign", "silu", "sin", "sinh", "softmax", "softplus", "sqrtm", "square",
    "step", "tan", "tanh", "tr", "vec"
  ];
  var named = {};
  functions.forEach(function (name) { named[name] = name; });
  Object.keys(letters).forEach(function (name) { named[name] = letters[name]; });
  Object.keys(words).forEach(function (name) { named[name] = words[name]; });
  var plain = { "'": "′", "−": "-", "–": "-", "•": "⊙", "∘": "⊙", "⊤": "ᵀ", "⊺": "ᵀ", "Σ": "∑", "ϵ": "ε", "ϕ": "φ", "⊘": "/" };
  var raised = { "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-" };
  var lowered = { "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9" };
  // Commands that say how their argument looks and not what it is.
  var dropped = /^(left|right|[bB]igg?[lrm]?|displaystyle|textstyle|scriptstyle|limits|nolimits|nonumber|notag|quad|qquad|cdot|mathstrut|,|;|!|:|>| )$/;
  var whole = /^(text|mathrm|operatorname|textrm|textbf|textit|mathit|mathsf|mathtt)$/;

  // A formula in TeX, in text notation or as it is read, as a list of signs with its round brackets.
  function tokens(source) {
    var at = 0, out = [], closers = [], frames = [];

    // Whether the bracket that begins a list ends it.
    function isEnclosed(list) {
      var depth = 0;
      return list.every(function (token, place) {
        depth += token === "(" ? 1 : token === ")" ? -1 : 0;
        return depth > 0 || place === list.length - 1;
      });
    }

    function put(list, isGrouped) {
      var group = isGrouped && list.length > 1 && !isEnclosed(list);
      if (group) out.push("(");
      list.forEach(function (token) { out.push(token); });
      if (group) out.push(")");
    }

    function group() {
      // The text of the next argument, without its braces.
      while (source[at] === " ") at++;
      if (source[at] !== "{") {
        var command = /^\\([A-Za-z]+|.)/.exec(source.slice(at));
        var one = command ? command[0] : String.fromCodePoint(source.codePointAt(at) || 32);
        at += one.length;
        return one;
      }
      var depth = 0, start = at + 1;
      for (; at < source.length; at++) {
        if (source[at] === "\\") at++;
        else if (source[at] === "{") depth++;
        else if (source[at] === "}" && --depth === 0) break;
      }
      return source.slice(start, at++);
    }

    // `\log\det` is one function.
    function name(sign) {
      if (sign === "det" && out[out.length - 1] === "log") out[out.length - 1] = "logdet";
      else out.push(sign);
    }

    function script(sign, inner) {
      if (/^(T|\\top|\\intercal|⊤|ᵀ|\\mathsf\s*\{?T\}?|\\mathrm\s*\{?T\}?)$/.test(inner.trim())) return out.push("ᵀ");
      if (/^(\\prime\s*)+$/.test(inner)) return out.push("′");
      out.push(sign);
      put(tokens(inner), true);
    }

    // A matrix in its brackets, cases in braces, rows of equations as they are.
    function frame(isBegun, kind) {
      if (isBegun) frames.push(kind);
      else frames.pop();
      if (isBegun && /^(array|alignat\*?|alignedat)$/.test(kind)) group();
      var pair = { bmatrix: "[]", pmatrix: "[]", vmatrix: "||", Vmatrix: "‖‖", cases: "{}" }[kind];
      if (pair) out.push(pair[isBegun ? 0 : 1]);
    }

    // The end of a row, which the last one may have too.
    function row() {
      at += (/^\*?(\[[^\]]*\])?/.exec(source.slice(at)) || [""])[0].length;
      if (!/^\s*(\\end|$)/.test(source.slice(at))) out.push(";");
    }

    // A root of another order is a power.
    function root() {
      var order = /^\s*\[([^\]]*)\]/.exec(source.slice(at));
      if (order) at += order[0].length;
      else out.push("√");
      put(tokens(group()), true);
      if (order) put(["^", "(", "1", "/"].concat(tokens(order[1]), ")"));
    }

    // On a letter a mark is part of it; on more it is said in words.
    function accent(word, list) {
      if (list.length === 1 && /^\p{L}\p{M}*$/u.test(list[0])) out.push((list[0] + accents[word]).normalize("NFC"));
      else put([word.replace("wide", ""), "("].concat(list, ")"));
    }

    function command() {
      var word = /^\\([A-Za-z]+|[^])/.exec(source.slice(at) + " ")[1];
      at += word.length + 1;
      if (word === "\\") return row();
      if (dropped.test(word)) return;
      if (word === "begin" || word === "end") return frame(word === "begin", group());
      if (word === "label" || word === "tag") { group(); return; }
      if (/^[dt]?frac$/.test(word)) {
        var above = group(), below = group();
        put(tokens(above), true);
        out.push("/");
        put(tokens(below), true);
      } else if (word === "sqrt") {
        root();
      } else if (/^[dt]?binom$/.test(word)) {
        var upper = group(), lower = group();
        out.push("binom");
        put(["("].concat(tokens(upper), ",", tokens(lower), ")"));
      } else if (word === "not") {
        var denied = tokens(group());
        out.push(((denied[0] || "") + "\u0338").normalize("NFC"));
      } else if (word === "pmod") {
        out.push("mod");
        put(tokens(group()), true);
      } else if (accents[word]) {
        accent(word, tokens(group()));
      } else if (operators.test(word)) {
        name(word.replace("bmod", "mod"));
      } else if (word === "{" || word === "}") {
        out.push(word);
      } else if (word === "mathbb") {
        var set = group();
        out.push(set === "R" ? "ℝ" : set);
      } else if (whole.test(word)) {
        var text = group().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
        if (text) name(named[text] || text);
      } else if (letters[word] || signs[word]) {
        out.push(letters[word] || signs[word]);
      } else if (named[word]) {
        name(word);
      }
    }

    while (at < source.length) {
      var rest = source.slice(at, at + 24);
      var word = /^[A-Za-z]+[12]?(?![A-Za-z])/.exec(rest);
      if (word && !named[word[0]]) word = /^[A-Za-z]+/.exec(rest);
      var character = String.fromCodePoint(source.codePointAt(at));
      if (character === "\\") {
        command();
      } else if (word && named[word[0]]) {
        at += word[0].length;
        out.push(named[word[0]]);
        if (named[word[0]] === "‖" && source[at] === "(") { at++; closers.push("‖"); }
      } else if (typed[rest.slice(0, 2)]) {
        at += 2;
        out.push(typed[rest.slice(0, 2)]);
      } else if (character === "^" || character === "_") {
        at++;
        script(character, group());
      } else if (rest.slice(0, 2) === "||") {
        at += 2;
        out.push("‖");
      } else if (rest.slice(0, 2) === ".*" || rest.slice(0, 2) === "./" || rest.slice(0, 2) === ".^") {
        at++;
        if (rest[1] === "*") { at++; out.push("⊙"); }
      } else if (raised[character]) {
        var power = "";
        while (raised[source[at]]) power += raised[source[at++]];
        out.push("^", power);
      } else if (lowered[character]) {
        var index = "";
        while (lowered[source[at]]) index += lowered[source[at++]];
        out.push("_", index);
      } else if (character === "(") {
        at++;
        closers.push(")");
        out.push("(");
      } else if (character === ")") {
        at++;
        out.push(closers.pop() || ")");
      } else if (/[0-9]/.test(character)) {
        var number = /^[0-9]+(\.[0-9]+)?/.exec(source.slice(at, at + 40))[0];
        at += number.length;
        out.push(number);
      } else {
        at += character.length;
        if (character === "&" && /matrix|array|cases/.test(frames[frames.length - 1])) out.push(",");
        if (/[\s{}*·⋅&~;$]/.test(character)) continue;
        for (var mark; (mark = /^\p{M}/u.exec(source.slice(at, at + 2))); at += mark[0].length) character += mark[0];
        out.push(plain[character] || character.normalize("NFC"));
      }
    }
    return out;
  }

  // What two spellings of a formula have in common: the signs without brackets and commas and without what
  // says which norm it is; a mark behind a matrix is a transpose, behind a function a derivative.
  function bare(list) {
    var out = [];
    for (var i = 0; i < list.length; i++) {
      if (list[i] === "_" && list[i - 1] === "‖") {
        var depth = 0;
        do {
          i++;
          depth += list[i] === "(" ? 1 : list[i] === ")" ? -1 : 0;
        } while (depth > 0 && i < list.length);
      } else if (list[i] === "′") {
        var last = out[out.length - 1], isFunction = /^[fghσφψ]$/.test(last) || functions.indexOf(last) >= 0;
        out.push(isFunction ? "′" : "ᵀ");
      } else if (!/^[(),;{}[\]]$/.test(list[i])) {
        out.push(list[i]);
      }
    }
    return out;
  }

  var above = { "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹" };
  var below = { "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉" };

  // Signs as a line of plain text.
  function shown(list) {
    var out = "";
    for (var i = 0; i < list.length; i++) {
      var token = list[i];
      if (token === "^" && /^[0-9]+$/.test(list[i + 1] || "")) {
        out += list[++i].replace(/./g, function (digit) { return above[digit]; });
      } else if (token === "_" && /^[0-9]+$/.test(list[i + 1] || "")) {
        out += list[++i].replace(/./g, function (digit) { return below[digit]; });
      } else if (/^[-+±∓]$/.test(token) && /(^|[( ])$/.test(out)) {
        out += token.replace("-", "−");
      } else if (token === "," || token === ";") {
        out += token + " ";
      } else if (/^[-+=≤≥≈≠∈∉→↦←⇒⇔<>⊂⊆⊃⊇∪∩∼≃≅∝≪≫≺⪯≻⪰≡±∓∧∨⊕]$/.test(token)) {
        out += i === 0 ? token.replace("-", "−") : " " + token.replace("-", "−") + " ";
      } else if (token.length > 1 && /^\p{L}/u.test(token)) {
        out += (/[\p{L}\p{N})]$/u.test(out) ? " " : "") + token + (/^[(^_′ᵀ,)]$/.test(list[i + 1]) ? "" : " ");
      } else {
        out += token;
      }
    }
    return out.trim();
  }

  // Accents and the sharp s are left aside.
  function folded(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").replace(/ß/g, "ss");
  }

  // The words of a text: runs of letters and digits, and pairs of neighbours where no blanks are written.
  function split(text) {
    var found = [];
    (folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) || []).forEach(function (word) {
      var run = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+/g, hit;
      while ((hit = run.exec(word))) {
        for (var i = 0; i + 1 < hit[0].length; i++) found.push(hit[0].slice(i, i + 2));
        if (hit[0].length === 1) found.push(hit[0]);
      }
      word.split(run).forEach(function (part) {
        if (part.length > 1) found.push(part);
      });
    });
    return found;
  }

  function isNamed(word) { return Object.prototype.hasOwnProperty.call(named, word); }

  return {
    isNamed: isNamed, tokens: tokens, bare: bare, shown: shown, folded: folded, split: split
  };
}
