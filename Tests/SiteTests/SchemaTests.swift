import Diagnostics
import Foundation
import Pages
import Testing

@testable import Site

@Suite struct SchemaTests {
  @Test(arguments: Schema.allCases)
  func publishedSchemaIsWhatTheTableGives(_ schema: Schema) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "content/reference/\(schema.rawValue).schema.json")
    #expect(
      try String(contentsOf: file, encoding: .utf8) == schema.text,
      "docgen schema \(schema.rawValue) > \(file.lastPathComponent) writes it anew")
  }

  @Test(arguments: Schema.allCases)
  func schemaIsJSONWithEveryKeyDescribed(_ schema: Schema) throws {
    let json = try JSONSerialization.jsonObject(with: Data(schema.text.utf8))
    let object = try #require(json as? [String: Any])
    let properties = try #require(object["properties"] as? [String: [String: Any]])
    let keys = schema == .settings ? Configuration.settings : FrontMatter.settings
    #expect(properties.keys.sorted() == keys.map(\.key).sorted())
    for (key, property) in properties {
      #expect((property["description"] as? String)?.isEmpty == false, "\(key)")
    }
    #expect(object["additionalProperties"] as? Bool == false)
  }

  @Test(arguments: Configuration.settings)
  func everyKeyOfTheSettingsIsReadByItsForm(_ setting: Setting) throws {
    let wrong = if case .list = setting.form { "a" } else { "[[a]]" }
    let error = try #require(throws: Diagnostic.self) {
      try Configuration(yaml: "\(setting.key): \(wrong)\n", path: "docgen.yml")
    }
    #expect(error.code == .yaml)
    #expect(error.location?.line == 1)
  }

  @Test(arguments: [Configuration.settings, FrontMatter.settings])
  func keysStandOnce(_ settings: [Setting]) {
    #expect(Set(settings.map(\.key)).count == settings.count)
  }

  @Test func referenceDescribesEveryKey() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "content/reference/configuration.md"), encoding: .utf8)
    for setting in Configuration.settings + FrontMatter.settings {
      #expect(page.contains("| `\(setting.key)` |"), "\(setting.key)")
    }
  }

  @Test func everyVariableThatIsDescribedIsInTheStylesheet() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "content/reference/configuration.md"), encoding: .utf8)
    let style = String(decoding: PackageResources.docgen_css, as: UTF8.self)
    let described = Set(page.matches(of: /`(--[a-z][a-z0-9-]*)`/).map { String($0.1) })
    #expect(described.count >= 15)
    for name in described { #expect(style.contains("\(name):"), "\(name)") }
  }
}
