import MatrixCalculus

/// The letters the tests write formulas with.
enum Letters {
  static let n = Dimension("n")
  static let m = Dimension("m")
  static let k = Dimension("k")
  static let W = matrix("W", k, n)
  static let X = matrix("X", n, m)
  static let Y = matrix("Y", n, m)
  static let S = matrix("S", n, n, .symmetric)
  static let A = matrix("A", n, n)
  static let B = matrix("B", n, n)
  static let D = matrix("D", n, n, .diagonal)
  static let Q = matrix("Q", n, n, .orthogonal)
  static let P = matrix("P", n, n, .permutation)
  static let M = matrix("M", n, n, .columnsSumToOne)
  static let L = matrix("L", n, n, .lowerTriangular)
  static let K = matrix("K", n, n, .skew)
  static let x = matrix("x", n, .one)
  static let u = matrix("u", n, .one)
  static let c = matrix("c", .one, .one)
  static let p = matrix("p", .one, .one, .positive)

  static func matrix(
    _ name: String, _ rows: Dimension, _ columns: Dimension, _ properties: Properties = []
  ) -> Expression {
    .variable(Variable(name, Shape(rows, columns), properties))
  }

  static func variable(_ expression: Expression) -> Variable {
    expression.variables[0]
  }
}

func .* (a: Expression, b: Expression) -> Expression { .hadamard([a, b]) }

infix operator .* : MultiplicationPrecedence
postfix operator ′
postfix func ′ (a: Expression) -> Expression { a.transposed }

func square(_ a: Expression) -> Expression { .power(a, Rational(2)) }
func tr(_ a: Expression) -> Expression { MatrixFunction.trace(a) }
func total(_ a: Expression) -> Expression { MatrixFunction.sum(a) }
func inv(_ a: Expression) -> Expression { MatrixFunction.inv(a) }
func norm2(_ a: Expression) -> Expression { MatrixFunction.norm2(a) }
func number(_ value: Int) -> Expression { .number(value) }

/// A plain dump for assertions: prefix operators, so that the test needs no printer.
func dump(_ e: Expression) -> String {
  let inner = e.operands.map(dump).joined(separator: " ")
  return switch e.operation {
  case .number(let value): "\(value)"
  case .size(let dimension): "#\(dimension)"
  case .variable(let variable): variable.name
  case .eye: "I"
  case .ones: "1[\(e.shape)]"
  case .zeros: "0[\(e.shape)]"
  case .sum: "(+ \(inner))"
  case .product: "(* \(inner))"
  case .hadamard: "(.* \(inner))"
  case .transpose: "\(inner)'"
  case .power: "(.^ \(inner))"
  case .matrixPower: "(^ \(inner))"
  case .apply(let function): "(\(function.name) \(inner))"
  case .call(let function): "(\(function.name) \(inner))"
  }
}
