import Diagnostics
import Testing

@testable import Pages

@Suite struct YAMLTests {
  @Test func everyNodeKnowsItsPlace() throws {
    let yaml = try YAML.parse("é: [δ, \"x y\"]\nnav:\n  - a: 1\n    b:\n", path: "c.yml")
    #expect(
      places(yaml) == """
        mapping 1:1
        é 1:1-1:3
        sequence 1:5
        δ plain 1:6-1:8
        x y quoted 1:10-1:15
        nav 2:1-2:4
        sequence 3:3
        mapping 3:5
        a 3:5-3:6
        1 plain 3:8-3:9
        b 4:5-4:6
         plain 4:7-4:7
        """)
  }

  @Test(arguments: ["", "\n", "# a\n", "---\n", "~", "null"])
  func aDocumentOfNothingIsNull(_ text: String) throws {
    let yaml = try YAML.parse(text, path: "c.yml")
    #expect(yaml.isNull)
    #expect(try yaml.mapping("the file").isEmpty)
  }

  @Test func nestingIsBounded() throws {
    let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(throws: Never.self) { try YAML.parse(deepest, path: "c.yml") }
    #expect(
      error(String(repeating: "[", count: 100_000))
        == "c.yml:1:65: yaml: lists and mappings are nested deeper than 64")
    #expect(
      error(String(repeating: "- ", count: 65) + "a")
        == "c.yml:1:129: yaml: lists and mappings are nested deeper than 64")
  }

  @Test func oneDocumentIsRead() {
    #expect(
      error("a: b\n---\nc: d\n")
        == "c.yml:2:1: yaml: a second document starts here; hint: keep one document")
  }

  @Test func linesCountFromTheFirstOneGiven() {
    #expect(
      error("a\nb: c", firstLine: 7)
        == "c.yml:8:2: yaml: the YAML is broken: mapping values are not allowed in this context")
  }

  private func error(_ text: String, firstLine: Int = 1) -> String {
    do {
      _ = try YAML.parse(text, path: "c.yml", firstLine: firstLine)
      return "no error"
    } catch {
      return written(error)
    }
  }

  private func places(_ yaml: YAML) -> String {
    let start = "\(yaml.location.line):\(yaml.location.column)"
    switch yaml.kind {
    case .scalar(let text, let isPlain):
      return "\(text) \(isPlain ? "plain" : "quoted") \(span(yaml.location))"
    case .sequence(let items):
      return (["sequence \(start)"] + items.map(places)).joined(separator: "\n")
    case .mapping(let entries):
      let inner = entries.flatMap { ["\($0.key) \(span($0.keyLocation))", places($0.value)] }
      return (["mapping \(start)"] + inner).joined(separator: "\n")
    }
  }
}
