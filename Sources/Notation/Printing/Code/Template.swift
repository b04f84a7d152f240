/// A template with its operands put in: `#1` is the first.
///
/// - Complexity: linear in the text that comes out.
func filled(_ template: String, _ operands: [String]) -> String {
  guard operands.count > 1 else {
    return operands.first.map { template.replacing("#1", with: $0) } ?? template
  }
  var out = ""
  var rest = template[...]
  while let mark = rest.firstIndex(of: "#") {
    out += rest[..<mark]
    rest = rest[rest.index(after: mark)...]
    guard let number = rest.first?.wholeNumberValue, operands.indices.contains(number - 1) else {
      out += "#"
      continue
    }
    out += operands[number - 1]
    rest = rest.dropFirst()
  }
  return out + rest
}
