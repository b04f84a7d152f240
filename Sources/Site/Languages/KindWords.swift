internal import Pages

extension Phrases {
  /// What stands before the number of a kind of places, and over an alert: `Theorem`, `Satz`.
  func word(for kind: LabelKind) -> String {
    Self.kindWords[language]?[kind.word] ?? kind.word
  }

  private static let kindWords = ["de": german, "fr": french, "zh": chinese]

  private static let german = [
    "Equation": "Gleichung", "Figure": "Abbildung", "Table": "Tabelle", "Theorem": "Satz",
    "Lemma": "Lemma", "Proposition": "Proposition", "Corollary": "Korollar",
    "Conjecture": "Vermutung", "Definition": "Definition", "Example": "Beispiel",
    "Remark": "Bemerkung", "Proof": "Beweis", "Note": "Hinweis", "Tip": "Tipp",
    "Important": "Wichtig", "Warning": "Warnung", "Caution": "Vorsicht",
  ]

  private static let french = [
    "Equation": "Équation", "Figure": "Figure", "Table": "Tableau", "Theorem": "Théorème",
    "Lemma": "Lemme", "Proposition": "Proposition", "Corollary": "Corollaire",
    "Conjecture": "Conjecture", "Definition": "Définition", "Example": "Exemple",
    "Remark": "Remarque", "Proof": "Démonstration", "Note": "Note", "Tip": "Astuce",
    "Important": "Important", "Warning": "Avertissement", "Caution": "Attention",
  ]

  private static let chinese = [
    "Equation": "公式", "Figure": "图", "Table": "表", "Theorem": "定理", "Lemma": "引理",
    "Proposition": "命题", "Corollary": "推论", "Conjecture": "猜想", "Definition": "定义",
    "Example": "例", "Remark": "注", "Proof": "证明", "Note": "注意", "Tip": "提示",
    "Important": "重要", "Warning": "警告", "Caution": "小心",
  ]
}
