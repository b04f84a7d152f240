extension Sentence {
  /// The sentences in German.
  static let german = [
    "{1} invertible": "{1} invertierbar",
    "{1} is singular": "{1} singulär ist",
    "{1} of full rank": "{1} von vollem Rang",
    "{1} of the greatest rank": "{1} vom größten möglichen Rang",
    "no two entries of {1} equal": "keine zwei Einträge von {1} gleich",
    "no entry of {1} beside the diagonal is 0": "kein Eintrag von {1} neben der Diagonale 0 ist",
    "no two largest entries of a column of {1} equal":
      "keine zwei größten Einträge einer Spalte von {1} gleich",
    "no two largest entries of a row of {1} equal":
      "keine zwei größten Einträge einer Zeile von {1} gleich",
    "no two smallest entries of a column of {1} equal":
      "keine zwei kleinsten Einträge einer Spalte von {1} gleich",
    "no two smallest entries of a row of {1} equal":
      "keine zwei kleinsten Einträge einer Zeile von {1} gleich",
    "no two smallest entries of {1} equal": "keine zwei kleinsten Einträge von {1} gleich",
    "no two largest entries of {1} equal": "keine zwei größten Einträge von {1} gleich",
    "no entry of the row of {1} with the largest sum of sizes is 0":
      "kein Eintrag der Zeile von {1} mit der größten Betragssumme 0 ist",
    "entries of {1} are equal": "Einträge von {1} gleich sind",
    "no eigenvalue of {1} real and ≤ 0": "kein Eigenwert von {1} reell und ≤ 0",
    "an entry of {1} is 0": "ein Eintrag von {1} 0 ist",
    "no entry of {1} is 0": "kein Eintrag von {1} 0 ist",
    "except where ": "außer wo ",
    "a row for each entry of {1}, a column for each of {2}; the other way round it is transposed":
      "eine Zeile für jeden Eintrag von {1}, eine Spalte für jeden von {2}; andersherum ist es transponiert",
    "numerator layout: a row for each entry of {1}":
      "Zähler-Layout: eine Zeile für jeden Eintrag von {1}",
    "denominator layout: a column for each entry of {1}":
      "Nenner-Layout: eine Spalte für jeden Eintrag von {1}",
    "numerator layout: the shape of {1} transposed":
      "Zähler-Layout: die Form von {1}, transponiert",
    "denominator layout: the shape of {1}": "Nenner-Layout: die Form von {1}",
    "a number in every layout": "eine Zahl in jedem Layout",
    "the shape of {1} in every layout": "die Form von {1} in jedem Layout",
    "a row and a column for each entry of {1}: symmetric, the same in every layout":
      "eine Zeile und eine Spalte je Eintrag von {1}: symmetrisch, in jedem Layout gleich",
    "by a number: the shape of {1}": "nach einer Zahl: die Form von {1}",
    "{1} has a slope everywhere; only this form asks for more":
      "{1} hat überall eine Steigung; nur diese Schreibweise verlangt mehr",
    "the slope of {1} by {2} is zero wherever there is one":
      "die Steigung von {1} nach {2} ist null, wo immer es eine gibt",
    "the slope of {1} along the first direction does not depend on {2}":
      "die Steigung von {1} entlang der ersten Richtung hängt nicht von {2} ab",
    "the slope of {1} along the first direction is constant in {2} wherever there is one":
      "die Steigung von {1} entlang der ersten Richtung ist konstant in {2}, wo immer es eine gibt",
    "the slope of {1} by {2} does not depend on {3}":
      "die Steigung von {1} nach {2} hängt nicht von {3} ab",
    "the slope of {1} by {2} is constant in {3} wherever there is one":
      "die Steigung von {1} nach {2} ist konstant in {3}, wo immer es eine gibt",
    "{1} does not change along the matrices among which {2} moves":
      "{1} ändert sich nicht entlang der Matrizen, unter denen {2} sich bewegt",
    "{1} does not depend on {2}": "{1} hängt nicht von {2} ab",
    "only the diagonal of {1} moves": "nur die Diagonale von {1} bewegt sich",
    "only the lower triangle of {1} moves": "nur das untere Dreieck von {1} bewegt sich",
    "only the upper triangle of {1} moves": "nur das obere Dreieck von {1} bewegt sich",
    "{1} moves along symmetric matrices": "{1} bewegt sich entlang symmetrischer Matrizen",
    "{1} moves along skew matrices": "{1} bewegt sich entlang schiefsymmetrischer Matrizen",
    "an entry of {1} moves with its mirror image":
      "ein Eintrag von {1} bewegt sich mit seinem Spiegelbild",
    "The normal forms are equal: true for all declared shapes and values.":
      "Die Normalformen sind gleich: wahr für alle erklärten Formen und Werte.",
    "The two sides differ.": "Die beiden Seiten sind verschieden.",
    "Neither a proof nor a counterexample was found within the budget.":
      "Mit dem erlaubten Aufwand wurde weder ein Beweis noch ein Gegenbeispiel gefunden.",
    "The claim could not be read.": "Die Behauptung war nicht zu lesen.",
    "The author shows this as a mistake, and it is one.":
      "Der Autor zeigt dies als Fehler, und es ist einer.",
    "The author declares this refuted, but it holds.":
      "Der Autor erklärt dies für widerlegt, doch es gilt.",
    "Both sides agree at one random point.":
      "Beide Seiten stimmen an einem zufälligen Punkt überein.",
    "Both sides agree at {1} random points.":
      "Beide Seiten stimmen an {1} zufälligen Punkten überein.",
    "Both sides agree at one random point, as balls with proved error bounds.":
      "Beide Seiten stimmen an einem zufälligen Punkt überein, als Kugeln mit bewiesenen Fehlerschranken.",
    "Both sides agree at {1} random points, as balls with proved error bounds.":
      "Beide Seiten stimmen an {1} zufälligen Punkten überein, als Kugeln mit bewiesenen Fehlerschranken.",
    "Both sides are exactly equal at one random point over random shapes.":
      "Beide Seiten sind an einem zufälligen Punkt über zufälligen Formen genau gleich.",
    "Both sides are exactly equal at {1} random points over random shapes.":
      "Beide Seiten sind an {1} zufälligen Punkten über zufälligen Formen genau gleich.",
    "comparison of normal forms": "Vergleich von Normalformen",
    "exact arithmetic in the field of 2⁶¹ − 1 elements":
      "exakte Rechnung im Körper mit 2⁶¹ − 1 Elementen",
    "ball arithmetic with proved error bounds": "Kugelarithmetik mit bewiesenen Fehlerschranken",
    "comparison of shapes": "Vergleich von Formen",
    "The values differ: {1} claimed, {2} derived.":
      "Die Werte sind verschieden: {1} behauptet, {2} hergeleitet.",
    "They differ first in row {1}, column {2}: {3} claimed, {4} derived.":
      "Sie unterscheiden sich zuerst in Zeile {1}, Spalte {2}: {3} behauptet, {4} hergeleitet.",
    "; {1} layers in the middle are not drawn":
      "; {1} Schichten in der Mitte sind nicht gezeichnet",
  ]
}
