extension Sentence {
  /// The sentences in French.
  static let french = [
    "{1} invertible": "{1} inversible",
    "{1} is singular": "{1} est singulière",
    "{1} of full rank": "{1} de plein rang",
    "{1} of the greatest rank": "{1} du plus grand rang possible",
    "no two entries of {1} equal": "les éléments de {1} deux à deux distincts",
    "no entry of {1} beside the diagonal is 0":
      "aucun élément de {1} hors de la diagonale n’est nul",
    "no two largest entries of a column of {1} equal":
      "un seul plus grand élément par colonne de {1}",
    "no two largest entries of a row of {1} equal": "un seul plus grand élément par ligne de {1}",
    "no two smallest entries of a column of {1} equal":
      "un seul plus petit élément par colonne de {1}",
    "no two smallest entries of a row of {1} equal": "un seul plus petit élément par ligne de {1}",
    "no two smallest entries of {1} equal": "un seul plus petit élément de {1}",
    "no two largest entries of {1} equal": "un seul plus grand élément de {1}",
    "no entry of the row of {1} with the largest sum of sizes is 0":
      "aucun élément de la ligne de {1} dont la somme des valeurs absolues est la plus grande n’est nul",
    "entries of {1} are equal": "des éléments de {1} sont égaux",
    "no eigenvalue of {1} real and ≤ 0": "aucune valeur propre de {1} réelle et ≤ 0",
    "an entry of {1} is 0": "un élément de {1} est nul",
    "no entry of {1} is 0": "aucun élément de {1} n’est nul",
    "except where ": "sauf où ",
    "a row for each entry of {1}, a column for each of {2}; the other way round it is transposed":
      "une ligne pour chaque élément de {1}, une colonne pour chacun de {2} ; dans l’autre sens, c’est la transposée",
    "numerator layout: a row for each entry of {1}":
      "disposition au numérateur : une ligne pour chaque élément de {1}",
    "denominator layout: a column for each entry of {1}":
      "disposition au dénominateur : une colonne pour chaque élément de {1}",
    "numerator layout: the shape of {1} transposed":
      "disposition au numérateur : la forme de {1}, transposée",
    "denominator layout: the shape of {1}": "disposition au dénominateur : la forme de {1}",
    "a number in every layout": "un nombre dans toute disposition",
    "the shape of {1} in every layout": "la forme de {1} dans toute disposition",
    "a row and a column for each entry of {1}: symmetric, the same in every layout":
      "une ligne et une colonne par élément de {1} : symétrique, la même dans toute disposition",
    "by a number: the shape of {1}": "par rapport à un nombre : la forme de {1}",
    "{1} has a slope everywhere; only this form asks for more":
      "{1} a partout une pente ; seule cette écriture demande davantage",
    "the slope of {1} by {2} is zero wherever there is one":
      "la pente de {1} par rapport à {2} est nulle partout où elle existe",
    "the slope of {1} along the first direction does not depend on {2}":
      "la pente de {1} le long de la première direction ne dépend pas de {2}",
    "the slope of {1} along the first direction is constant in {2} wherever there is one":
      "la pente de {1} le long de la première direction est constante en {2} partout où elle existe",
    "the slope of {1} by {2} does not depend on {3}":
      "la pente de {1} par rapport à {2} ne dépend pas de {3}",
    "the slope of {1} by {2} is constant in {3} wherever there is one":
      "la pente de {1} par rapport à {2} est constante en {3} partout où elle existe",
    "{1} does not change along the matrices among which {2} moves":
      "{1} ne change pas le long des matrices parmi lesquelles {2} varie",
    "{1} does not depend on {2}": "{1} ne dépend pas de {2}",
    "only the diagonal of {1} moves": "seule la diagonale de {1} varie",
    "only the lower triangle of {1} moves": "seul le triangle inférieur de {1} varie",
    "only the upper triangle of {1} moves": "seul le triangle supérieur de {1} varie",
    "{1} moves along symmetric matrices": "{1} varie le long des matrices symétriques",
    "{1} moves along skew matrices": "{1} varie le long des matrices antisymétriques",
    "an entry of {1} moves with its mirror image": "un élément de {1} varie avec son image miroir",
    "The normal forms are equal: true for all declared shapes and values.":
      "Les formes normales sont égales : vrai pour toutes les formes et valeurs déclarées.",
    "The two sides differ.": "Les deux membres diffèrent.",
    "Neither a proof nor a counterexample was found within the budget.":
      "Ni démonstration ni contre-exemple n’ont été trouvés dans les limites fixées.",
    "The claim could not be read.": "L’affirmation n’a pas pu être lue.",
    "The author shows this as a mistake, and it is one.":
      "L’auteur montre ceci comme une erreur, et c’en est une.",
    "The author declares this refuted, but it holds.":
      "L’auteur déclare ceci réfuté, mais c’est vrai.",
    "Both sides agree at one random point.": "Les deux membres coïncident en un point aléatoire.",
    "Both sides agree at {1} random points.":
      "Les deux membres coïncident en {1} points aléatoires.",
    "Both sides agree at one random point, as balls with proved error bounds.":
      "Les deux membres coïncident en un point aléatoire, comme boules aux bornes d’erreur démontrées.",
    "Both sides agree at {1} random points, as balls with proved error bounds.":
      "Les deux membres coïncident en {1} points aléatoires, comme boules aux bornes d’erreur démontrées.",
    "Both sides are exactly equal at one random point over random shapes.":
      "Les deux membres sont exactement égaux en un point aléatoire sur des formes aléatoires.",
    "Both sides are exactly equal at {1} random points over random shapes.":
      "Les deux membres sont exactement égaux en {1} points aléatoires sur des formes aléatoires.",
    "comparison of normal forms": "comparaison de formes normales",
    "exact arithmetic in the field of 2⁶¹ − 1 elements":
      "calcul exact dans le corps à 2⁶¹ − 1 éléments",
    "ball arithmetic with proved error bounds":
      "arithmétique de boules aux bornes d’erreur démontrées",
    "comparison of shapes": "comparaison de formes",
    "The values differ: {1} claimed, {2} derived.":
      "Les valeurs diffèrent : {1} affirmé, {2} dérivé.",
    "They differ first in row {1}, column {2}: {3} claimed, {4} derived.":
      "Ils diffèrent d’abord à la ligne {1}, colonne {2} : {3} affirmé, {4} dérivé.",
    "; {1} layers in the middle are not drawn": " ; {1} couches au milieu ne sont pas dessinées",
  ]
}
