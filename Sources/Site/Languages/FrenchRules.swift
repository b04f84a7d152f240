extension Sentence {
  /// The rules of derivations in French.
  static let frenchRules: [String: String] = [
    "the function is written as a composition": "la fonction est écrite comme une composition",
    "the letters are replaced by what they stand for, and like terms are collected":
      "les lettres sont remplacées par ce qu’elles désignent et les termes semblables réunis",
    "the letters that are used once or are short are replaced by what they stand for":
      "les lettres qui ne servent qu’une fois ou sont courtes sont remplacées par ce "
      + "qu’elles désignent",
    "a sum hands the derivative on to each of its terms":
      "une somme transmet la dérivée à chacun de ses termes",
    "through an entrywise product the derivative is multiplied by the other factors":
      "à travers un produit coefficient par coefficient la dérivée est multipliée par "
      + "les autres facteurs",
    "the derivative is transposed back": "la dérivée est retransposée",
    "the derivative by an exponent {1} is the sum of that by {2} times {3}":
      "la dérivée par rapport à un exposant {1} est la somme de celle par rapport à {2} "
      + "multipliée par {3}",
    "the power rule, entry by entry, and the chain rule":
      "la règle des puissances, coefficient par coefficient, et la règle de la chaîne",
    "through {1}, with {2} the derivative by {3}, that by {4} is {5} where {6} commutes "
      + "with {7}, as within a trace, else the upper right block of {8}":
      "à travers {1}, avec {2} la dérivée par rapport à {3}, celle par rapport à {4} "
      + "est {5} là où {6} commute avec {7}, comme dans une trace, sinon le bloc "
      + "supérieur droit de {8}",
    "the chain rule: the derivative is multiplied, entry by entry, by that of {1}":
      "la règle de la chaîne : la dérivée est multipliée, coefficient par coefficient, "
      + "par celle de {1}",
    "the derivative by a number {1} is the sum of the entries of that by {2} times {3}":
      "la dérivée par rapport à un nombre {1} est la somme des coefficients de celle "
      + "par rapport à {2} multipliée par {3}",
    "through {1} the derivative by {2} is {3} times that by {4} times {5}":
      "à travers {1} la dérivée par rapport à {2} est {3} fois celle par rapport à {4} fois {5}",
    "through {1} the derivative by {2} is {3} times that by {4}":
      "à travers {1} la dérivée par rapport à {2} est {3} fois celle par rapport à {4}",
    "through {1} the derivative by {2} is {3} times that by {4}, and by {5} that times {6}":
      "à travers {1} la dérivée par rapport à {2} est {3} fois celle par rapport à {4}, "
      + "et par rapport à {5} celle-ci fois {6}",
    "a constant factor stays": "un facteur constant reste",
    "the product rule for numbers": "la règle du produit pour les nombres",
    "a number stays a factor of the derivative by the matrix":
      "un nombre reste un facteur de la dérivée par rapport à la matrice",
    "what does not depend on the variable has the differential zero":
      "ce qui ne dépend pas de la variable a une différentielle nulle",
    "the differential of the variable is the direction, letters are replaced by what "
      + "they stand for, and like terms are collected":
      "la différentielle de la variable est la direction, les lettres sont remplacées "
      + "par ce qu’elles désignent et les termes semblables réunis",
    "the Jacobian is the matrix {1} with {2}: {3}":
      "la jacobienne est la matrice {1} avec {2} : {3}",
    "the Hessian is the matrix {1} with {2} for the gradient {3}":
      "la hessienne est la matrice {1} avec {2} pour le gradient {3}",
    "the layout that is asked for transposes it": "la disposition demandée le transpose",
    "the differential of a sum is the sum of the differentials":
      "la différentielle d’une somme est la somme des différentielles",
    "constant factors stay: {1}": "les facteurs constants restent : {1}",
    "the product rule: {1}": "la règle du produit : {1}",
    "the product rule, entry by entry: {1}":
      "la règle du produit, coefficient par coefficient : {1}",
    "the power rule: {1}": "la règle des puissances : {1}",
    "{1} is the upper right block of {2}": "{1} est le bloc supérieur droit de {2}",
    "the chain rule: {1}, entry by entry, with f = {2}":
      "la règle de la chaîne : {1}, coefficient par coefficient, avec f = {2}",
    "every summed entry gets the derivative by its sum":
      "chaque coefficient sommé reçoit la dérivée par rapport à sa somme",
    "the derivative by a trace stands on the diagonal":
      "la dérivée par rapport à une trace se place sur la diagonale",
    "the derivative gets back the shape of the matrix": "la dérivée reprend la forme de la matrice",
    "the derivative by a diagonal is the diagonal of that by the matrix":
      "la dérivée par rapport à une diagonale est la diagonale de celle par rapport à la matrice",
    "the derivative by a diagonal stands on the diagonal, with zeros elsewhere":
      "la dérivée par rapport à une diagonale se place sur la diagonale, avec des zéros ailleurs",
    "the derivative keeps its lower triangle, with zeros elsewhere":
      "la dérivée garde son triangle inférieur, avec des zéros ailleurs",
    "the derivative keeps its upper triangle, with zeros elsewhere":
      "la dérivée garde son triangle supérieur, avec des zéros ailleurs",
    "each block gets its own part of the derivative": "chaque bloc reçoit sa part de la dérivée",
    "the derivative stands in the columns that were taken, with zeros elsewhere":
      "la dérivée se place dans les colonnes prises, avec des zéros ailleurs",
    "the derivative stands in the rows that were taken, with zeros elsewhere":
      "la dérivée se place dans les lignes prises, avec des zéros ailleurs",
    "each block has its own differential, zero where it does not move":
      "chaque bloc a sa propre différentielle, nulle où il ne bouge pas",
    "the differential of some columns is that of the matrix in those columns":
      "la différentielle de quelques colonnes est celle de la matrice dans ces colonnes",
    "the differential of some rows is that of the matrix in those rows":
      "la différentielle de quelques lignes est celle de la matrice dans ces lignes",
    "{1}, for {2} is linear": "{1}, car {2} est linéaire",
    "the derivative of {1} is {2}": "la dérivée de {1} est {2}",
    "through {1}, with {2} the derivative by {3} and {4}, that by {5} is {6}":
      "à travers {1}, avec {2} la dérivée par rapport à {3} et {4}, celle par rapport à "
      + "{5} est {6}",
    "through {1}, with {2} the derivative by {3}, that by {4} is {5}":
      "à travers {1}, avec {2} la dérivée par rapport à {3}, celle par rapport à {4} est {5}",
    "{1} for {2}": "{1} pour {2}",
    "the product rule for Kronecker products: the derivative by a factor sums that by "
      + "the product times the other factor":
      "la règle du produit de Kronecker : la dérivée par rapport à un facteur somme "
      + "celle par rapport au produit fois l’autre facteur",
    "the derivative of {1} by an entry is the product of the others, {2}":
      "la dérivée de {1} par rapport à un coefficient est le produit des autres, {2}",
    "the derivative goes to the place that attains the maximum, with zeros elsewhere":
      "la dérivée va à la place qui atteint le maximum, avec des zéros ailleurs",
    "the derivative goes to the place that attains the minimum, with zeros elsewhere":
      "la dérivée va à la place qui atteint le minimum, avec des zéros ailleurs",
    "{1} is the differential at the place that attains it":
      "{1} est la différentielle à la place qui l’atteint",
    "at every entry the derivative goes to the larger of both":
      "à chaque coefficient la dérivée va au plus grand des deux",
    "at every entry the derivative goes to the smaller of both":
      "à chaque coefficient la dérivée va au plus petit des deux",
    "at every entry the differential is that of the larger of both":
      "à chaque coefficient la différentielle est celle du plus grand des deux",
    "at every entry the differential is that of the smaller of both":
      "à chaque coefficient la différentielle est celle du plus petit des deux",
    "hardmax does not change while the same entries are the largest":
      "hardmax ne change pas tant que les mêmes coefficients sont les plus grands",
    "hardmax does not change while the same entries are the largest: its derivative is zero":
      "hardmax ne change pas tant que les mêmes coefficients sont les plus grands : sa "
      + "dérivée est nulle",
    "the derivative goes to the row of the largest sum, with the signs of its entries":
      "la dérivée va à la ligne de la plus grande somme, avec les signes de ses coefficients",
    "{1} is the sum of the differentials of the row of the largest sum, with their signs":
      "{1} est la somme des différentielles de la ligne de la plus grande somme, avec "
      + "leurs signes",
    "every entry gets the derivative by its mean, divided by the number of entries":
      "chaque coefficient reçoit la dérivée par rapport à sa moyenne, divisée par le "
      + "nombre de coefficients",
    "the differential of a mean is the mean of the differentials":
      "la différentielle d’une moyenne est la moyenne des différentielles",
    "every entry gets the slope of its own term of {1}":
      "chaque coefficient reçoit la pente de son terme de {1}",
    "the sum of the differentials of the terms of {1}":
      "la somme des différentielles des termes de {1}",
    "the derivative by {1} of {2} is {3}": "la dérivée par rapport à {1} de {2} est {3}",
    "nothing is differentiated yet": "rien n’est encore dérivé",
    "nothing is differentiated here": "rien n’est dérivé ici",
    "the gradient {1} of free entries is projected onto symmetric matrices: {2}":
      "le gradient {1} de coefficients libres est projeté sur les matrices symétriques : {2}",
    "the gradient {1} of free entries is projected onto skew matrices: {2}":
      "le gradient {1} de coefficients libres est projeté sur les matrices antisymétriques : {2}",
    "the gradient {1} of free entries is projected onto diagonal matrices: {2}":
      "le gradient {1} de coefficients libres est projeté sur les matrices diagonales : {2}",
    "the gradient {1} of free entries is projected onto lower triangular matrices: {2}":
      "le gradient {1} de coefficients libres est projeté sur les matrices "
      + "triangulaires inférieures : {2}",
    "the gradient {1} of free entries is projected onto upper triangular matrices: {2}":
      "le gradient {1} de coefficients libres est projeté sur les matrices "
      + "triangulaires supérieures : {2}",
    "the gradient {1} of free entries counts each free entry once: {2}":
      "le gradient {1} de coefficients libres compte une fois chaque coefficient libre : {2}",
  ]
}
