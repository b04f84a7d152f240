extension Sentence {
  /// What is said of mistakes in French, by clauses, ways out, ends and what stands between.
  static let frenchCauses: [String: String] = [
    "{1} where {2} belongs": "{1} à la place de {2}",
    "{1} where {2} belongs, one layer off": "{1} à la place de {2}, décalé d’une couche",
    "{1} where that of {2} belongs": "{1} à la place de celui de {2}",
    "{1} where its derivative belongs": "{1} à la place de sa dérivée",
    "the sign is wrong": "le signe est faux",
    "the factor {1} is one too many": "le facteur {1} est de trop",
    "the factors {1} are too many": "les facteurs {1} sont de trop",
    "the divisor {1} is one too many": "le diviseur {1} est de trop",
    "a quotient by {1} where a product belongs": "un quotient par {1} à la place d’un produit",
    "a product with {1} where a quotient belongs": "un produit avec {1} à la place d’un quotient",
    "the factor {1} is missing": "le facteur {1} manque",
    "the factor {1} is missing before {2}": "le facteur {1} manque devant {2}",
    "the factors {1} and {2} are missing": "les facteurs {1} et {2} manquent",
    "the entrywise factor {1} is missing": "le facteur {1} manque, coefficient par coefficient",
    "the activation derivative {1} is missing": "la dérivée de l’activation {1} manque",
    "{1} and {2} stand in the wrong order": "{1} et {2} sont dans le mauvais ordre",
    "{1} stands in the wrong place": "{1} est à la mauvaise place",
    "the entries off the diagonal are missing": "les coefficients hors de la diagonale manquent",
    "a product is transposed": "un produit est transposé",
    "the transpose belongs on {1}, not on {2}": "c’est {1} qu’il faut transposer, non {2}",
    "the term {1} is missing": "le terme {1} manque",
    "the term {1} is missing behind {2}": "le terme {1} manque après {2}",
    "the first term does not belong": "le premier terme est de trop",
    "the second term does not belong": "le deuxième terme est de trop",
    "the third term does not belong": "le troisième terme est de trop",
    "the brackets of {1} do not belong": "les parenthèses de {1} sont de trop",
    "brackets are missing around {1}": "il manque des parenthèses autour de {1}",
    "the inverse of {1} is one too many": "l’inverse de {1} est de trop",
    "the power {1} where {2} belongs": "la puissance {1} à la place de {2}",
    "{1} has the power {2} too many": "{1} a la puissance {2} de trop",
    "it is the gradient with respect to {1}": "c’est le gradient par rapport à {1}",
    "it is the gradient of the square of the function, not of the function":
      "c’est le gradient du carré de la fonction, non de la fonction",
    "it is the gradient of the root of the function, not of the function":
      "c’est le gradient de la racine de la fonction, non de la fonction",
    "it is the transpose of the other side": "c’est la transposée de l’autre côté",
    "it is transposed, true in the other layout": "c’est transposé, vrai dans l’autre disposition",
    "it is only true for symmetric {1}": "ce n’est vrai que pour {1} symétrique",
    "it is only true for orthogonal {1}": "ce n’est vrai que pour {1} orthogonale",
    "it is only true for skew {1}": "ce n’est vrai que pour {1} antisymétrique",
    "it is only true for diagonal {1}": "ce n’est vrai que pour {1} diagonale",
    "it is only true for invertible {1}": "ce n’est vrai que pour {1} inversible",
    "it is only true for positive {1}": "ce n’est vrai que pour {1} à coefficients positifs",
    "it is only true for square matrices": "ce n’est vrai que pour des matrices carrées",
    "as it stands it is only true for symmetric {1}":
      "tel quel, ce n’est vrai que pour {1} symétrique",
    "as it stands it is only true for orthogonal {1}":
      "tel quel, ce n’est vrai que pour {1} orthogonale",
    "as it stands it is only true for skew {1}":
      "tel quel, ce n’est vrai que pour {1} antisymétrique",
    "it treats {1} and {2} as if they commuted":
      "{1} et {2} sont traitées comme si elles commutaient",
    "it is true of diagonal matrices": "c’est vrai pour des matrices diagonales",
    "transposed, the claim holds": "transposée, l’affirmation est vraie",
    "with {1}": "avec {1},",
    "without it": "sans cela,",
    "with it": "avec cela,",
    "with both mended": "les deux corrigés,",
    "with its transpose": "avec sa transposée,",
    "with a product": "avec un produit,",
    "with a quotient": "avec un quotient,",
    "with it moved": "à sa place,",
    "with both exchanged": "échangés,",
    "with {1} declared so": "avec {1} déclaré ainsi,",
    " the claim is proved": " l’affirmation est démontrée",
    " the claim is verified": " l’affirmation est vérifiée",
    " the claim holds": " l’affirmation est vraie",
    " in the first term": " dans le premier terme",
    " in the second term": " dans le deuxième terme",
    " in the third term": " dans le troisième terme",
    " in the fourth term": " dans le quatrième terme",
    ", twice": ", deux fois",
    "; ": " ; ",
    ", and ": ", et ",
    "the sign of the first term is wrong":
      "le signe du premier terme est faux",
    "the sign of the second term is wrong":
      "le signe du deuxième terme est faux",
    "the sign of the third term is wrong":
      "le signe du troisième terme est faux",
    "the sign of the fourth term is wrong":
      "le signe du quatrième terme est faux",
    "{1} occurs {2} times, counted {3} times: the share of layer {4} is missing":
      "{1} apparaît {2} fois, comptée {3} fois : la part de la couche {4} manque",
    "{1} occurs {2} times, counted once: the share of layer {3} is missing":
      "{1} apparaît {2} fois, comptée une fois : la part de la couche {3} manque",
    "{1} occurs {2} times, counted {3} times: the share of layer {4}, where it is transposed is missing":
      "{1} apparaît {2} fois, comptée {3} fois : la part de la couche {4} où elle est transposée manque",
    "{1} occurs {2} times, counted once: the share of layer {3}, where it is transposed is missing":
      "{1} apparaît {2} fois, comptée une fois : la part de la couche {3} où elle est transposée manque",
    "the square of {1} is missing":
      "le carré de {1} manque",
    "* where {1} belongs":
      "* à la place de {1}",
    "{1} where * belongs":
      "{1} à la place de *",
    "with *":
      "avec *,",
    "with the transpose":
      "avec la transposée,",
  ]
}
