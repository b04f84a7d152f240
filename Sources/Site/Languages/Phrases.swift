internal import Script

/// The words that every page has around its own text, in one language.
struct Phrases: Hashable, Sendable {
  /// By name; a template writes `{{phrases.next}}`.
  private(set) var words: [String: String]
  /// The language without its region, in lower case.
  let language: String

  /// The words of a language: of `zh-Hant` those of `zh` where there are none of its own, and English
  /// where there are none at all.
  init(language: String) {
    let base = language.split(separator: "-").first.map { $0.lowercased() } ?? "en"
    self.language = base
    words = Self.english.merging(Self.all[base] ?? [:]) { _, own in own }
  }

  subscript(_ name: String) -> String { words[name] ?? name }

  var data: JSONValue { .object(words.mapValues(JSONValue.string)) }

  /// A language in its own words, such as 中文; its tag where it is not known.
  static func name(ofLanguage tag: String) -> String {
    names[tag.lowercased()] ?? names[tag.split(separator: "-").first.map { $0.lowercased() } ?? ""]
      ?? tag
  }

  /// Whether a language is written from right to left.
  static func isRightToLeft(_ tag: String) -> Bool {
    ["ar", "fa", "he", "ur"].contains(tag.split(separator: "-").first.map { $0.lowercased() })
  }

  private static let names = [
    "ar": "العربية", "cs": "Čeština", "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά",
    "en": "English", "es": "Español", "fa": "فارسی", "fi": "Suomi", "fr": "Français",
    "he": "עברית", "hi": "हिन्दी", "hu": "Magyar", "id": "Bahasa Indonesia", "it": "Italiano",
    "ja": "日本語", "ko": "한국어", "nb": "Norsk", "nl": "Nederlands", "pl": "Polski",
    "pt": "Português", "ro": "Română", "ru": "Русский", "sv": "Svenska", "tr": "Türkçe",
    "uk": "Українська", "ur": "اردو", "vi": "Tiếng Việt", "zh": "中文", "zh-hans": "简体中文",
    "zh-hant": "繁體中文",
  ]

  private static let all = ["de": german, "fr": french, "zh": chinese]

  private static let english = [
    "skipToContents": "Skip to the contents", "back": "Back to the text",
    "draft": "Draft: left out of the published site",
    "skip": "Skip to the text", "contents": "Contents", "allPages": "All pages",
    "site": "Site", "breadcrumbs": "Breadcrumbs", "previous": "Previous", "next": "Next",
    "neighbours": "Previous and next page", "onThisPage": "On this page", "languages": "Languages",
    "notTranslated": "not translated", "edit": "Edit this page", "changed": "Last changed",
    "markdown": "Markdown source", "source": "Source", "references": "References",
    "published": "published by docgen, which checked every marked result on these pages",
    "theme": "Theme", "automatic": "automatic", "light": "light", "dark": "dark",
    "search": "Search", "missing": "There is no such page",
    "missingText":
      "The address leads nowhere. The contents of this site show every page that there is.",
    "moved": "This page has moved", "more": "more",
    "claims": "Claims", "claim": "Claim", "counted": "claims", "countedOne": "claim",
    "verdict": "Verdict", "decided": "Decided by",
    "holdsWhere": "Holds where", "restsOn": "Rests on", "definitions": "What rests on what",
    "definition": "Definition", "usedBy": "Used by",
    "graph": "Arcs lead from what is used to what uses it, thick ones to another page.",
    "graphOfPages": "Arcs lead from a page to those that use its definitions.",
  ]

  private static let chinese = [
    "skipToContents": "跳到目录", "back": "返回正文",
    "draft": "草稿：不会发布",
    "skip": "跳到正文", "contents": "目录", "allPages": "所有页面", "site": "网站",
    "breadcrumbs": "当前位置", "previous": "上一页", "next": "下一页", "neighbours": "上一页和下一页",
    "onThisPage": "本页内容", "languages": "语言", "notTranslated": "尚未翻译", "edit": "编辑本页",
    "changed": "最后修改", "markdown": "Markdown 源文件", "source": "源代码", "references": "参考文献",
    "published": "由 docgen 发布，页面上每个带标记的结果都经过检验", "theme": "主题", "automatic": "自动",
    "search": "搜索", "light": "浅色", "dark": "深色", "missing": "没有这个页面",
    "missingText": "这个地址没有对应的页面。网站目录列出了所有页面。", "moved": "本页已移动", "more": "更多",
    "claims": "论断", "claim": "论断", "counted": "条论断", "countedOne": "条论断",
    "verdict": "结论", "decided": "判定方法", "holdsWhere": "成立条件",
    "restsOn": "依据", "definitions": "依赖关系", "definition": "定义", "usedBy": "用于",
    "graph": "弧线从被使用者指向使用者，粗线指向其他页面。", "graphOfPages": "弧线从一个页面指向使用其定义的页面。",
  ]

  private static let german = [
    "skipToContents": "Zum Inhalt springen", "back": "Zurück zum Text",
    "draft": "Entwurf: wird nicht veröffentlicht",
    "skip": "Zum Text springen", "contents": "Inhalt", "allPages": "Alle Seiten", "site": "Website",
    "breadcrumbs": "Pfad", "previous": "Zurück", "next": "Weiter",
    "neighbours": "Vorige und nächste Seite", "onThisPage": "Auf dieser Seite",
    "languages": "Sprachen", "notTranslated": "nicht übersetzt", "edit": "Diese Seite bearbeiten",
    "changed": "Zuletzt geändert", "markdown": "Markdown-Quelle", "source": "Quelltext",
    "references": "Literatur",
    "published":
      "veröffentlicht von docgen, das jedes markierte Ergebnis dieser Seiten geprüft hat",
    "theme": "Farben", "automatic": "automatisch", "light": "hell", "dark": "dunkel",
    "search": "Suchen", "missing": "Diese Seite gibt es nicht",
    "missingText": "Die Adresse führt ins Leere. Das Inhaltsverzeichnis zeigt alle Seiten.",
    "moved": "Diese Seite ist umgezogen", "more": "weitere",
    "claims": "Behauptungen", "claim": "Behauptung",
    "counted": "Behauptungen", "countedOne": "Behauptung", "verdict": "Urteil",
    "decided": "Entschieden durch",
    "holdsWhere": "Gilt, wo", "restsOn": "Beruht auf", "definitions": "Was worauf beruht",
    "definition": "Definition", "usedBy": "Verwendet von",
    "graph":
      "Bögen führen von dem, was verwendet wird, zu dem, was es verwendet, dicke auf eine andere Seite.",
    "graphOfPages": "Bögen führen von einer Seite zu denen, die ihre Definitionen verwenden.",
  ]

  private static let french = [
    "skipToContents": "Aller au sommaire", "back": "Retour au texte",
    "draft": "Brouillon : non publié",
    "skip": "Aller au texte", "contents": "Sommaire", "allPages": "Toutes les pages",
    "site": "Site", "breadcrumbs": "Fil d’Ariane", "previous": "Précédent", "next": "Suivant",
    "neighbours": "Page précédente et suivante", "onThisPage": "Sur cette page",
    "languages": "Langues", "notTranslated": "non traduit", "edit": "Modifier cette page",
    "changed": "Dernière modification", "markdown": "Source Markdown", "source": "Source",
    "references": "Références",
    "published": "publié par docgen, qui a vérifié chaque résultat marqué de ces pages",
    "theme": "Thème", "automatic": "automatique", "light": "clair", "dark": "sombre",
    "search": "Rechercher", "missing": "Cette page n’existe pas",
    "missingText": "L’adresse ne mène nulle part. Le sommaire montre toutes les pages.",
    "moved": "Cette page a été déplacée", "more": "de plus",
    "claims": "Affirmations", "claim": "Affirmation",
    "counted": "affirmations", "countedOne": "affirmation", "verdict": "Verdict",
    "decided": "Décidée par", "holdsWhere": "Vraie où", "restsOn": "Repose sur",
    "definitions": "Ce qui repose sur quoi", "definition": "Définition", "usedBy": "Utilisée par",
    "graph":
      "Les arcs mènent de ce qui est utilisé à ce qui l’utilise, les épais vers une autre page.",
    "graphOfPages": "Les arcs mènent d’une page à celles qui utilisent ses définitions.",
  ]
}
