extension Sentence {
  /// The rules of derivations in German.
  static let germanRules: [String: String] = [
    "the function is written as a composition": "die Funktion wird als Verkettung geschrieben",
    "the letters are replaced by what they stand for, and like terms are collected":
      "die Buchstaben werden durch das ersetzt, wofür sie stehen, und gleichartige "
      + "Summanden zusammengefasst",
    "the letters that are used once or are short are replaced by what they stand for":
      "Buchstaben, die einmal vorkommen oder für Kurzes stehen, werden ersetzt",
    "a sum hands the derivative on to each of its terms":
      "eine Summe gibt die Ableitung an jeden Summanden weiter",
    "through an entrywise product the derivative is multiplied by the other factors":
      "durch ein elementweises Produkt wird die Ableitung mit den anderen Faktoren multipliziert",
    "the derivative is transposed back": "die Ableitung wird zurück transponiert",
    "the derivative by an exponent {1} is the sum of that by {2} times {3}":
      "die Ableitung nach einem Exponenten {1} ist die Summe der nach {2} mal {3}",
    "the power rule, entry by entry, and the chain rule":
      "die Potenzregel, Eintrag für Eintrag, und die Kettenregel",
    "through {1}, with {2} the derivative by {3}, that by {4} is {5} where {6} commutes "
      + "with {7}, as within a trace, else the upper right block of {8}":
      "durch {1}, mit {2} der Ableitung nach {3}, ist die nach {4} gleich {5}, wo {6} "
      + "mit {7} vertauscht, wie in einer Spur, sonst der rechte obere Block von {8}",
    "the chain rule: the derivative is multiplied, entry by entry, by that of {1}":
      "die Kettenregel: die Ableitung wird Eintrag für Eintrag mit der von {1} multipliziert",
    "the derivative by a number {1} is the sum of the entries of that by {2} times {3}":
      "die Ableitung nach einer Zahl {1} ist die Summe der Einträge der nach {2} mal {3}",
    "through {1} the derivative by {2} is {3} times that by {4} times {5}":
      "durch {1} ist die Ableitung nach {2} gleich {3} mal der nach {4} mal {5}",
    "through {1} the derivative by {2} is {3} times that by {4}":
      "durch {1} ist die Ableitung nach {2} gleich {3} mal der nach {4}",
    "through {1} the derivative by {2} is {3} times that by {4}, and by {5} that times {6}":
      "durch {1} ist die Ableitung nach {2} gleich {3} mal der nach {4}, und nach {5} "
      + "diese mal {6}",
    "a constant factor stays": "ein konstanter Faktor bleibt stehen",
    "the product rule for numbers": "die Produktregel für Zahlen",
    "a number stays a factor of the derivative by the matrix":
      "eine Zahl bleibt Faktor der Ableitung nach der Matrix",
    "what does not depend on the variable has the differential zero":
      "was nicht von der Variablen abhängt, hat das Differential null",
    "the differential of the variable is the direction, letters are replaced by what "
      + "they stand for, and like terms are collected":
      "das Differential der Variablen ist die Richtung, Buchstaben werden durch das "
      + "ersetzt, wofür sie stehen, und gleichartige Summanden zusammengefasst",
    "the Jacobian is the matrix {1} with {2}: {3}":
      "die Jacobi-Matrix ist die Matrix {1} mit {2}: {3}",
    "the Hessian is the matrix {1} with {2} for the gradient {3}":
      "die Hesse-Matrix ist die Matrix {1} mit {2} für den Gradienten {3}",
    "the layout that is asked for transposes it": "das verlangte Layout transponiert es",
    "the differential of a sum is the sum of the differentials":
      "das Differential einer Summe ist die Summe der Differentiale",
    "constant factors stay: {1}": "konstante Faktoren bleiben stehen: {1}",
    "the product rule: {1}": "die Produktregel: {1}",
    "the product rule, entry by entry: {1}": "die Produktregel, Eintrag für Eintrag: {1}",
    "the power rule: {1}": "die Potenzregel: {1}",
    "{1} is the upper right block of {2}": "{1} ist der rechte obere Block von {2}",
    "the chain rule: {1}, entry by entry, with f = {2}":
      "die Kettenregel: {1}, Eintrag für Eintrag, mit f = {2}",
    "every summed entry gets the derivative by its sum":
      "jeder summierte Eintrag bekommt die Ableitung nach seiner Summe",
    "the derivative by a trace stands on the diagonal":
      "die Ableitung nach einer Spur steht auf der Diagonale",
    "the derivative gets back the shape of the matrix":
      "die Ableitung bekommt die Form der Matrix zurück",
    "the derivative by a diagonal is the diagonal of that by the matrix":
      "die Ableitung nach einer Diagonale ist die Diagonale der nach der Matrix",
    "the derivative by a diagonal stands on the diagonal, with zeros elsewhere":
      "die Ableitung nach einer Diagonale steht auf der Diagonale, sonst stehen Nullen",
    "the derivative keeps its lower triangle, with zeros elsewhere":
      "die Ableitung behält ihr unteres Dreieck, sonst stehen Nullen",
    "the derivative keeps its upper triangle, with zeros elsewhere":
      "die Ableitung behält ihr oberes Dreieck, sonst stehen Nullen",
    "each block gets its own part of the derivative":
      "jeder Block bekommt seinen Teil der Ableitung",
    "the derivative stands in the columns that were taken, with zeros elsewhere":
      "die Ableitung steht in den entnommenen Spalten, sonst stehen Nullen",
    "the derivative stands in the rows that were taken, with zeros elsewhere":
      "die Ableitung steht in den entnommenen Zeilen, sonst stehen Nullen",
    "each block has its own differential, zero where it does not move":
      "jeder Block hat sein eigenes Differential, null, wo er sich nicht bewegt",
    "the differential of some columns is that of the matrix in those columns":
      "das Differential einiger Spalten ist das der Matrix in diesen Spalten",
    "the differential of some rows is that of the matrix in those rows":
      "das Differential einiger Zeilen ist das der Matrix in diesen Zeilen",
    "{1}, for {2} is linear": "{1}, denn {2} ist linear",
    "the derivative of {1} is {2}": "die Ableitung von {1} ist {2}",
    "through {1}, with {2} the derivative by {3} and {4}, that by {5} is {6}":
      "durch {1}, mit {2} der Ableitung nach {3} und {4}, ist die nach {5} gleich {6}",
    "through {1}, with {2} the derivative by {3}, that by {4} is {5}":
      "durch {1}, mit {2} der Ableitung nach {3}, ist die nach {4} gleich {5}",
    "{1} for {2}": "{1} für {2}",
    "the product rule for Kronecker products: the derivative by a factor sums that by "
      + "the product times the other factor":
      "die Produktregel für Kronecker-Produkte: die Ableitung nach einem Faktor "
      + "summiert die nach dem Produkt mal dem anderen Faktor",
    "the derivative of {1} by an entry is the product of the others, {2}":
      "die Ableitung von {1} nach einem Eintrag ist das Produkt der anderen, {2}",
    "the derivative goes to the place that attains the maximum, with zeros elsewhere":
      "die Ableitung geht an die Stelle, die das Maximum annimmt, sonst stehen Nullen",
    "the derivative goes to the place that attains the minimum, with zeros elsewhere":
      "die Ableitung geht an die Stelle, die das Minimum annimmt, sonst stehen Nullen",
    "{1} is the differential at the place that attains it":
      "{1} ist das Differential an der Stelle, die es annimmt",
    "at every entry the derivative goes to the larger of both":
      "an jedem Eintrag geht die Ableitung an den größeren von beiden",
    "at every entry the derivative goes to the smaller of both":
      "an jedem Eintrag geht die Ableitung an den kleineren von beiden",
    "at every entry the differential is that of the larger of both":
      "an jedem Eintrag ist das Differential das des größeren von beiden",
    "at every entry the differential is that of the smaller of both":
      "an jedem Eintrag ist das Differential das des kleineren von beiden",
    "hardmax does not change while the same entries are the largest":
      "hardmax ändert sich nicht, solange dieselben Einträge die größten sind",
    "hardmax does not change while the same entries are the largest: its derivative is zero":
      "hardmax ändert sich nicht, solange dieselben Einträge die größten sind: die "
      + "Ableitung ist null",
    "the derivative goes to the row of the largest sum, with the signs of its entries":
      "die Ableitung geht an die Zeile der größten Summe, mit den Vorzeichen ihrer Einträge",
    "{1} is the sum of the differentials of the row of the largest sum, with their signs":
      "{1} ist die Summe der Differentiale der Zeile der größten Summe, mit ihren Vorzeichen",
    "every entry gets the derivative by its mean, divided by the number of entries":
      "jeder Eintrag bekommt die Ableitung nach seinem Mittel, geteilt durch die Zahl "
      + "der Einträge",
    "the differential of a mean is the mean of the differentials":
      "das Differential eines Mittels ist das Mittel der Differentiale",
    "every entry gets the slope of its own term of {1}":
      "jeder Eintrag bekommt die Steigung seines Summanden von {1}",
    "the sum of the differentials of the terms of {1}":
      "die Summe der Differentiale der Summanden von {1}",
    "the derivative by {1} of {2} is {3}": "die Ableitung nach {1} von {2} ist {3}",
    "nothing is differentiated yet": "noch wird nichts abgeleitet",
    "nothing is differentiated here": "hier wird nichts abgeleitet",
    "the gradient {1} of free entries is projected onto symmetric matrices: {2}":
      "der Gradient {1} freier Einträge wird auf symmetrische Matrizen projiziert: {2}",
    "the gradient {1} of free entries is projected onto skew matrices: {2}":
      "der Gradient {1} freier Einträge wird auf schiefsymmetrische Matrizen projiziert: {2}",
    "the gradient {1} of free entries is projected onto diagonal matrices: {2}":
      "der Gradient {1} freier Einträge wird auf diagonale Matrizen projiziert: {2}",
    "the gradient {1} of free entries is projected onto lower triangular matrices: {2}":
      "der Gradient {1} freier Einträge wird auf untere dreieckige Matrizen projiziert: {2}",
    "the gradient {1} of free entries is projected onto upper triangular matrices: {2}":
      "der Gradient {1} freier Einträge wird auf obere dreieckige Matrizen projiziert: {2}",
    "the gradient {1} of free entries counts each free entry once: {2}":
      "der Gradient {1} freier Einträge zählt jeden freien Eintrag einmal: {2}",
  ]
}
