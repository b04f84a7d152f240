import MatrixCalculus
import Testing

/// What is declared of a matrix does not bind it while it is differentiated.
@Suite struct FreeVariableTests {
  private static let n = Dimension("n")
  private static let a = Expression.variable(Variable("A", Shape(n, n)))

  private static func matrix(_ properties: Properties) -> Variable {
    Variable("X", Shape(n, n), properties)
  }

  /// tr(X′ A) has the gradient A whatever X is declared to be; taking X for X′ first would give A′.
  @Test(arguments: [
    Properties.symmetric, .diagonal, .positiveDefinite, .skew, .orthogonal, .permutation,
    .lowerTriangular, .invertible, .positive,
  ])
  func gradientIsThatOfFreeEntries(_ properties: Properties) throws {
    let x = Self.matrix(properties)
    let function = MatrixFunction.trace(.product([Expression.variable(x).transposed, Self.a]))
    #expect(try Gradient.gradients(of: function, wrt: [x]) == [Self.a])
  }

  @Test func orthogonalInverseIsDifferentiatedAsAnInverse() throws {
    let x = Self.matrix(.orthogonal)
    let letter = Expression.variable(x)
    let function = MatrixFunction.trace(.product([MatrixFunction.inv(letter), Self.a]))
    let gradient = try Gradient.gradients(of: function, wrt: [x])[0]
    #expect(gradient == Expression.product([.number(-1), letter, Self.a.transposed, letter]))
  }

  @Test func propertiesSimplifyTheResult() throws {
    let x = Self.matrix(.symmetric)
    let letter = Expression.variable(x)
    let function = MatrixFunction.trace(.product([letter, letter]))
    #expect(try Gradient.gradients(of: function, wrt: [x]) == [.product([.number(2), letter])])
  }
}
