@testable import MatrixCalculus

/// Short names for the expressions of the tests, as a page would declare them.
enum Letters {
  static let n = Dimension("n")
  static let m = Dimension("m")
  static let k = Dimension("k")

  static func matrix(
    _ name: String, _ rows: Dimension, _ columns: Dimension, _ properties: Properties = [],
    range: ClosedRange<Double>? = nil
  ) -> Variable {
    Variable(name, Shape(rows, columns), properties, range: range)
  }

  static let W = matrix("W", k, n)
  static let x = matrix("x", n, m)
  static let A = matrix("A", n, n)
  static let B = matrix("B", n, n)
  static let c = matrix("c", n, .one)
  static let b = matrix("b", n, .one)
  static let t = Variable("t", .scalar)
}

extension Variable {
  var e: Expression { .variable(self) }
}

extension Expression {
  var T: Expression { transposed }
  var inverse: Expression { MatrixFunction.inv(self) }
  var traced: Expression { MatrixFunction.trace(self) }
  var norm: Expression { MatrixFunction.norm2(self) }
  var summed: Expression { MatrixFunction.sum(self) }
  var squared: Expression { .power(self, Rational(2)) }
}
