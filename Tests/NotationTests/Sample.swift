import Diagnostics
import MatrixCalculus
import Notation
import Testing

/// A scope from the lines of a `derive` block.
func scope(_ block: String) throws -> Scope {
  let source = SourceText(path: "page.md", text: block)
  var scope = Scope()
  for line in StatementReader.read(source) { try scope.take(line.content.get(), in: source) }
  return scope
}

/// The names most tests use.
let sampleNames = """
  W, V : (k, n)
  A, B : (n, n)
  M, N : (m, n)
  S : (n, n) symmetric
  x, y : (n)
  u : (k)
  v : (m)
  X, Y : (n, m)
  a, b, gamma, epsilon : scalar
  f(z) = 1/(1 + exp(-z))
  g(p, q) = p*q + 1
  F = norm2(W*x - u)^2
  """

func expression(_ text: String, in scope: Scope) throws(Diagnostic) -> Expression {
  try Elaborator.expression(SourceText(path: "page.md", text: text), in: scope)
}

/// The diagnostic as one text: place, code, message and hint.
func trouble(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch let error as Diagnostic {
    return error.account
  } catch {
    return "\(error)"
  }
}

extension Diagnostic {
  var account: String {
    let place = location.map { "\($0.line):\($0.column)-\($0.endColumn)" } ?? "nowhere"
    let notes = notes.map { " [\($0.label): \($0.text)]" }.joined()
    return "\(place) \(code.rawValue): \(message)\(hint.map { " | \($0)" } ?? "")\(notes)"
  }
}
