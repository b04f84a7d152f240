extension Phrases {
  /// What a derivation says, in the language of the page: headings, captions, verdicts and labels. What is not in the
  /// table stays English.
  func said(_ english: String) -> String { Self.derivationWords[language]?[english] ?? english }

  /// The `lang` of text that stays English; nil on English pages.
  var englishTag: String? { language == "en" ? nil : "en" }

  /// The `lang` of what a derivation says, where it stays English.
  func tag(of english: String) -> String? {
    Self.derivationWords[language]?[english] == nil ? englishTag : nil
  }

  static let derivationWords = ["de": german, "fr": french, "zh": chinese]

  private static let german = [
    "layer": "Schicht", "identity": "Identität", "Network of": "Netz von",
    "Layer": "Schicht", "Weight": "Gewicht", "Input": "Eingabe",
    "Activation function": "Aktivierungsfunktion", "Shape of": "Form von",
    "Derivative": "Ableitung", "to this layer": "dieser Schicht", "Delta": "Delta",
    "The network of": "Das Netz von", "The deltas of": "Die Deltas von",
    "last layer first": "die letzte Schicht zuerst", "numbers": "Zahlen",
    "show all numbers": "alle Zahlen zeigen", "Code": "Code", "of": "von",
    "with": "mit", "Where": "Wo", "All where": "Alle, wo", "Derivation": "Herleitung",
    "The derivation of": "Die Herleitung von", "steps": "Schritte", "step": "Schritt",
    "Method": "Verfahren", "Bound": "Schranke", "Tried": "Versucht", "Holds where": "Gilt, wo",
    "Claimed": "Behauptet", "Derived": "Hergeleitet", "Cause": "Ursache",
    "Corrected": "Berichtigt", "Fix": "Abhilfe", "Claimed in": "Behauptet in",
    "Derived from": "Hergeleitet aus", "line": "Zeile", "Witness": "Gegenbeispiel",
    "claimed": "behauptet", "derived": "hergeleitet",
    "proved": "bewiesen", "verified": "bestätigt", "refuted": "widerlegt",
    "undecided": "unentschieden", "unreadable": "unlesbar",
    "refuted, as stated": "widerlegt, wie angegeben",
    "true, though declared refuted": "wahr, obwohl als widerlegt erklärt",
    "normal forms": "Normalformen", "exact arithmetic": "exakte Rechnung",
    "ball arithmetic": "Kugelarithmetik", "shapes": "Formen",
    "claim on this page checked by": "Behauptung auf dieser Seite, geprüft von",
    "claims on this page checked by": "Behauptungen auf dieser Seite, geprüft von",
    "the weight of layer {layer}": "das Gewicht von Schicht {layer}",
    "the weight of layer {layer}, transposed back":
      "das Gewicht von Schicht {layer}, zurück transponiert",
    "the weight of layer {layer}, to be transposed":
      "das Gewicht von Schicht {layer}, noch zu transponieren",
    "the input of the network": "die Eingabe des Netzes",
    "{name} within the weight of layer {layer}": "{name} im Gewicht von Schicht {layer}",
    "{name} in the input of layer {layer}": "{name} in der Eingabe von Schicht {layer}",
    "{name} in the activation of layer {layer}":
      "{name} in der Aktivierung von Schicht {layer}",
    "{name} in front of the sum": "{name} vor der Summe",
    "what it does to a direction": "was sie mit einer Richtung macht",
  ]

  private static let french = [
    "layer": "couche", "identity": "identité", "Network of": "Réseau de",
    "Layer": "Couche", "Weight": "Poids", "Input": "Entrée",
    "Activation function": "Fonction d’activation", "Shape of": "Forme de",
    "Derivative": "Dérivée", "to this layer": "de cette couche", "Delta": "Delta",
    "The network of": "Le réseau de", "The deltas of": "Les deltas de",
    "last layer first": "la dernière couche d’abord", "numbers": "nombres",
    "show all numbers": "montrer tous les nombres", "Code": "Code", "of": "de",
    "with": "avec", "Where": "Où", "All where": "Tous où", "Derivation": "Dérivation",
    "The derivation of": "La dérivation de", "steps": "étapes", "step": "étape",
    "Method": "Méthode", "Bound": "Borne", "Tried": "Essayé", "Holds where": "Vraie où",
    "Claimed": "Affirmé", "Derived": "Dérivé", "Cause": "Cause", "Corrected": "Corrigé",
    "Fix": "Remède", "Claimed in": "Affirmé à", "Derived from": "Dérivé de", "line": "ligne",
    "Witness": "Contre-exemple", "claimed": "affirmé", "derived": "dérivé",
    "proved": "démontré", "verified": "vérifié", "refuted": "réfuté",
    "undecided": "indécis", "unreadable": "illisible",
    "refuted, as stated": "réfuté, comme indiqué",
    "true, though declared refuted": "vrai, bien que déclaré réfuté",
    "normal forms": "formes normales", "exact arithmetic": "calcul exact",
    "ball arithmetic": "arithmétique de boules", "shapes": "formes",
    "claim on this page checked by": "affirmation de cette page vérifiée par",
    "claims on this page checked by": "affirmations de cette page vérifiées par",
    "the weight of layer {layer}": "le poids de la couche {layer}",
    "the weight of layer {layer}, transposed back":
      "le poids de la couche {layer}, retransposé",
    "the weight of layer {layer}, to be transposed":
      "le poids de la couche {layer}, à transposer",
    "the input of the network": "l’entrée du réseau",
    "{name} within the weight of layer {layer}":
      "{name} dans le poids de la couche {layer}",
    "{name} in the input of layer {layer}": "{name} dans l’entrée de la couche {layer}",
    "{name} in the activation of layer {layer}":
      "{name} dans l’activation de la couche {layer}",
    "{name} in front of the sum": "{name} devant la somme",
    "what it does to a direction": "ce qu’elle fait d’une direction",
  ]

  private static let chinese = [
    "layer": "层", "identity": "恒等", "Network of": "网络：",
    "Layer": "层", "Weight": "权重", "Input": "输入", "Activation function": "激活函数",
    "Shape of": "形状：", "Derivative": "导数", "to this layer": "（本层）", "Delta": "Delta",
    "The network of": "网络：", "The deltas of": "Delta：", "last layer first": "从最后一层开始",
    "numbers": "数值", "show all numbers": "显示所有数值", "Code": "代码", "of": "：", "with": "其中",
    "Where": "条件：", "All where": "共同条件：",
    "Derivation": "推导",
    "The derivation of": "推导：", "steps": "步", "step": "步骤", "Method": "方法",
    "Bound": "界", "Tried": "已尝试", "Holds where": "成立条件", "Claimed": "论断",
    "Derived": "推导结果", "Cause": "原因", "Corrected": "更正", "Fix": "修正方法",
    "Claimed in": "论断位置", "Derived from": "推导来源", "line": "行", "Witness": "反例",
    "claimed": "论断", "derived": "推导", "proved": "已证明", "verified": "已验证",
    "refuted": "已否定", "undecided": "未定", "unreadable": "无法读取",
    "refuted, as stated": "如所述，已否定", "true, though declared refuted": "成立，虽声明为已否定",
    "normal forms": "范式", "exact arithmetic": "精确运算", "ball arithmetic": "区间球运算",
    "shapes": "形状", "claim on this page checked by": "条论断，检验者：",
    "claims on this page checked by": "条论断，检验者：",
    "the weight of layer {layer}": "第 {layer} 层的权重",
    "the weight of layer {layer}, transposed back": "第 {layer} 层的权重，转置还原",
    "the weight of layer {layer}, to be transposed": "第 {layer} 层的权重，待转置",
    "the input of the network": "网络的输入",
    "{name} within the weight of layer {layer}": "第 {layer} 层权重中的 {name}",
    "{name} in the input of layer {layer}": "第 {layer} 层输入中的 {name}",
    "{name} in the activation of layer {layer}": "第 {layer} 层激活函数中的 {name}",
    "{name} in front of the sum": "求和号前的 {name}",
    "what it does to a direction": "对一个方向的作用",
  ]
}
