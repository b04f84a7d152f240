internal import Pages
internal import Script

/// The JSON schemas of the settings of a site and of the front matter of a page.
///
/// Source: A. Wright et al., "JSON Schema: A Media Type for Describing JSON Documents", 2020-12.
package enum Schema: String, CaseIterable, Hashable, Sendable {
  case settings
  case frontMatter = "front-matter"

  /// The schema as a file, the same for every run.
  package var text: String { JSONValue.object(document).indented + "\n" }

  private var table: [Setting] {
    switch self {
    case .settings: Configuration.settings
    case .frontMatter: FrontMatter.settings
    }
  }

  private var title: String {
    switch self {
    case .settings: "docgen.yml"
    case .frontMatter: "the front matter of a page of docgen"
    }
  }

  private var document: [String: JSONValue] {
    let properties = table.map { setting in
      (setting.key, Self.property(setting))
    }
    var document: [String: JSONValue] = [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": .string(title),
      "type": ["object", "null"], "additionalProperties": false,
      "properties": .object(Dictionary(properties) { $1 }),
    ]
    if table.contains(where: { $0.form == .navigation }) {
      document["$defs"] = ["navigation": Self.navigation]
    }
    return document
  }

  private static func property(_ setting: Setting) -> JSONValue {
    guard case .object(var property) = value(setting.form) else { return .null }
    property["description"] = .string(setting.summary)
    return .object(property)
  }

  private static func value(_ form: Setting.Form) -> JSONValue {
    switch form {
    case .text: ["type": "string"]
    case .address: ["type": "string", "pattern": "^https?://"]
    case .flag: ["type": "boolean"]
    case .number: ["type": "integer"]
    case .choice(let words): ["enum": .array(words.map(JSONValue.string))]
    case .pattern(let pattern): ["type": "string", "pattern": .string(pattern)]
    case .list(let item, let least):
      ["type": "array", "items": value(item), "minItems": .number(Double(least))]
    case .macros:
      [
        "type": "object", "propertyNames": ["pattern": #"^\\([A-Za-z]+|[^A-Za-z])$"#],
        "additionalProperties": ["type": "string"],
      ]
    case .headings(let columns): headings(columns)
    case .navigation: ["$ref": "#/$defs/navigation"]
    }
  }

  private static func headings(_ columns: [String]) -> JSONValue {
    let texts: JSONValue = [
      "anyOf": [["type": "string"], ["type": "array", "items": ["type": "string"]]]
    ]
    return [
      "type": "object", "additionalProperties": false,
      "properties": .object(Dictionary(columns.map { ($0, texts) }) { $1 }),
    ]
  }

  /// A list of pages, of titled pages and of titled lists.
  private static let navigation: JSONValue = [
    "type": "array",
    "items": [
      "anyOf": [
        ["type": "string"],
        [
          "type": "object",
          "additionalProperties": [
            "anyOf": [["type": "string"], ["$ref": "#/$defs/navigation"]]
          ],
        ],
        titledEntry,
      ]
    ],
  ]

  /// A page or a list with a title, or one for each language.
  private static let titledEntry: JSONValue = [
    "type": "object", "additionalProperties": false, "required": ["title"],
    "properties": [
      "title": [
        "anyOf": [
          ["type": "string"], ["type": "object", "additionalProperties": ["type": "string"]],
        ]
      ],
      "page": ["type": "string"], "pages": ["$ref": "#/$defs/navigation"],
    ],
    "oneOf": [["required": ["page"]], ["required": ["pages"]]],
  ]
}
