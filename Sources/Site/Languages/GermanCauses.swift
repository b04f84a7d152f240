extension Sentence {
  /// What is said of mistakes in German, by clauses, ways out, ends and what stands between.
  static let germanCauses: [String: String] = [
    "{1} where {2} belongs": "{1}, wo {2} hingehört",
    "{1} where {2} belongs, one layer off": "{1}, wo {2} hingehört, um eine Schicht daneben",
    "{1} where that of {2} belongs": "{1}, wo dies von {2} hingehört",
    "{1} where its derivative belongs": "{1}, wo die Ableitung davon hingehört",
    "the sign is wrong": "das Vorzeichen ist falsch",
    "the factor {1} is one too many": "der Faktor {1} ist einer zu viel",
    "the factors {1} are too many": "die Faktoren {1} sind zu viel",
    "the divisor {1} is one too many": "der Teiler {1} ist einer zu viel",
    "a quotient by {1} where a product belongs": "ein Quotient durch {1}, wo ein Produkt hingehört",
    "a product with {1} where a quotient belongs": "ein Produkt mit {1}, wo ein Quotient hingehört",
    "the factor {1} is missing": "der Faktor {1} fehlt",
    "the factor {1} is missing before {2}": "der Faktor {1} fehlt vor {2}",
    "the factors {1} and {2} are missing": "die Faktoren {1} und {2} fehlen",
    "the entrywise factor {1} is missing": "der Faktor {1} fehlt, Eintrag für Eintrag",
    "the activation derivative {1} is missing": "die Ableitung der Aktivierung {1} fehlt",
    "{1} and {2} stand in the wrong order": "{1} und {2} stehen in der falschen Reihenfolge",
    "{1} stands in the wrong place": "{1} steht an der falschen Stelle",
    "the entries off the diagonal are missing": "die Einträge neben der Diagonale fehlen",
    "a product is transposed": "ein Produkt ist transponiert",
    "the transpose belongs on {1}, not on {2}": "transponiert gehört {1}, nicht {2}",
    "the term {1} is missing": "der Summand {1} fehlt",
    "the term {1} is missing behind {2}": "der Summand {1} fehlt hinter {2}",
    "the first term does not belong": "der erste Summand gehört nicht dazu",
    "the second term does not belong": "der zweite Summand gehört nicht dazu",
    "the third term does not belong": "der dritte Summand gehört nicht dazu",
    "the brackets of {1} do not belong": "die Klammern von {1} gehören nicht dazu",
    "brackets are missing around {1}": "um {1} fehlen Klammern",
    "the inverse of {1} is one too many": "die Inverse von {1} ist eine zu viel",
    "the power {1} where {2} belongs": "die Potenz {1}, wo {2} hingehört",
    "{1} has the power {2} too many": "{1} hat die Potenz {2} zu viel",
    "it is the gradient with respect to {1}": "es ist der Gradient nach {1}",
    "it is the gradient of the square of the function, not of the function":
      "es ist der Gradient des Quadrats der Funktion, nicht der Funktion",
    "it is the gradient of the root of the function, not of the function":
      "es ist der Gradient der Wurzel der Funktion, nicht der Funktion",
    "it is the transpose of the other side": "es ist die Transponierte der anderen Seite",
    "it is transposed, true in the other layout": "es ist transponiert, wahr im anderen Layout",
    "it is only true for symmetric {1}": "es gilt nur für symmetrisches {1}",
    "it is only true for orthogonal {1}": "es gilt nur für orthogonales {1}",
    "it is only true for skew {1}": "es gilt nur für schiefsymmetrisches {1}",
    "it is only true for diagonal {1}": "es gilt nur für diagonales {1}",
    "it is only true for invertible {1}": "es gilt nur für invertierbares {1}",
    "it is only true for positive {1}": "es gilt nur für positives {1}",
    "it is only true for square matrices": "es gilt nur für quadratische Matrizen",
    "as it stands it is only true for symmetric {1}":
      "wie es dasteht, gilt es nur für symmetrisches {1}",
    "as it stands it is only true for orthogonal {1}":
      "wie es dasteht, gilt es nur für orthogonales {1}",
    "as it stands it is only true for skew {1}":
      "wie es dasteht, gilt es nur für schiefsymmetrisches {1}",
    "it treats {1} and {2} as if they commuted":
      "es behandelt {1} und {2}, als ob sie vertauschten",
    "it is true of diagonal matrices": "es gilt für Diagonalmatrizen",
    "transposed, the claim holds": "transponiert gilt die Behauptung",
    "with {1}": "mit {1}",
    "without it": "ohne ihn",
    "with it": "damit",
    "with both mended": "mit beidem behoben",
    "with its transpose": "mit seiner Transponierten",
    "with a product": "mit einem Produkt",
    "with a quotient": "mit einem Quotienten",
    "with it moved": "an der richtigen Stelle",
    "with both exchanged": "vertauscht",
    "with {1} declared so": "mit {1} so erklärt",
    " the claim is proved": " ist die Behauptung bewiesen",
    " the claim is verified": " ist die Behauptung bestätigt",
    " the claim holds": " gilt die Behauptung",
    " in the first term": " im ersten Summanden",
    " in the second term": " im zweiten Summanden",
    " in the third term": " im dritten Summanden",
    " in the fourth term": " im vierten Summanden",
    ", twice": ", zweimal",
    "; ": "; ",
    ", and ": ", und ",
    "the sign of the first term is wrong":
      "das Vorzeichen des ersten Summanden ist falsch",
    "the sign of the second term is wrong":
      "das Vorzeichen des zweiten Summanden ist falsch",
    "the sign of the third term is wrong":
      "das Vorzeichen des dritten Summanden ist falsch",
    "the sign of the fourth term is wrong":
      "das Vorzeichen des vierten Summanden ist falsch",
    "{1} occurs {2} times, counted {3} times: the share of layer {4} is missing":
      "{1} kommt {2}-mal vor, gezählt {3}-mal: der Anteil von Schicht {4} fehlt",
    "{1} occurs {2} times, counted once: the share of layer {3} is missing":
      "{1} kommt {2}-mal vor, gezählt einmal: der Anteil von Schicht {3} fehlt",
    "{1} occurs {2} times, counted {3} times: the share of layer {4}, where it is transposed is missing":
      "{1} kommt {2}-mal vor, gezählt {3}-mal: der Anteil von Schicht {4}, wo es transponiert ist, fehlt",
    "{1} occurs {2} times, counted once: the share of layer {3}, where it is transposed is missing":
      "{1} kommt {2}-mal vor, gezählt einmal: der Anteil von Schicht {3}, wo es transponiert ist, fehlt",
    "the square of {1} is missing":
      "das Quadrat von {1} fehlt",
    "* where {1} belongs":
      "*, wo {1} hingehört",
    "{1} where * belongs":
      "{1}, wo * hingehört",
    "with *":
      "mit *",
    "with the transpose":
      "mit der Transponierten",
  ]
}
