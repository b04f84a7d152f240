import Backprop
import MatrixCalculus
import Testing

private let n = Dimension("n")
private let m = Dimension("m")
private func matrix(_ name: String, _ rows: Dimension, _ columns: Dimension) -> Expression {
  .variable(Variable(name, Shape(rows, columns)))
}
private let A = matrix("A", n, m)
private let B = matrix("B", m, n)
private let C = matrix("C", n, n)

@Suite struct LettersTests {
  /// F, whether all its layers have deltas.
  static let functions: [(name: String, function: Expression, failing: Int?)] = [
    ("tr expm(AB)", MatrixFunction.trace(MatrixFunction.expm(A * B)), nil),
    ("tr (AB)ᵏ", MatrixFunction.trace(.matrixPower(A * B, .size(n))), nil),
    ("tr logm(AB)", MatrixFunction.trace(MatrixFunction.logm(A * B)), nil),
    ("tr C expm(AB)", MatrixFunction.trace(C * MatrixFunction.expm(A * B)), nil),
    (
      "Σ tanh(A B) ∘ C",
      MatrixFunction.sum(.hadamard([.apply(.tanh, A * B), C])), nil
    ),
  ]

  @Test(arguments: functions.indices)
  func deltaIsDerivedOrItsLayerIsNamed(_ index: Int) throws {
    let (_, function, failing) = Self.functions[index]
    let network = try Network.terms(of: function)[0]
    do throws(Deltas.Failure) {
      _ = try Deltas(network)
      #expect(failing == nil)
    } catch {
      #expect(error.layer == failing)
    }
  }

  @Test(arguments: NetworkTests.cases + NetworkTests.graphs)
  func lettersStandForTheirClosedForms(_ c: NetworkTests.Case) throws {
    let network = try Network.terms(of: c.function)[0]
    let letters = network.letters(try Deltas(network))
    let form = NamedForm([], letters.definitions)
    #expect(form.definitions.isEmpty)
    var values: [Variable: Expression] = [:]
    var forms = NormalForm()
    for definition in letters.definitions {
      let value = definition.value.substituting(values)
      values[definition.letter] = value
      #expect(
        forms.equal(value, try #require(letters.closed[definition.letter])) == true,
        "\(definition.letter.name)")
    }
  }

  @Test(arguments: NetworkTests.cases + NetworkTests.graphs)
  func sharesInLettersAddUpToTheGradient(_ c: NetworkTests.Case) throws {
    let network = try Network.terms(of: c.function)[0]
    let deltas = try Deltas(network)
    let variables = c.function.variables
    let bodies = try variables.map { variable in
      Expression.sum(try network.shares(of: variable, deltas).map(\.formula))
    }
    let form = NamedForm(bodies, network.letters(deltas).definitions)
    let gradients = try Gradient.gradients(of: c.function, wrt: variables)
    var forms = NormalForm()
    for (closed, gradient) in zip(form.closed, gradients) {
      #expect(forms.equal(closed, gradient) == true)
    }
  }

  /// Nodes of all gradients of a chain of tanh layers with biases, in letters.
  private func written(_ depth: Int) throws -> Int {
    var z = matrix("x", n, .one)
    var variables: [Variable] = []
    for layer in 1...depth {
      let (w, b) = (matrix("W\(layer)", n, n), matrix("b\(layer)", n, .one))
      variables += [w.variables[0], b.variables[0]]
      z = .apply(.tanh, w * z + b)
    }
    let network = try Network.terms(of: MatrixFunction.sum(z))[0]
    let deltas = try Deltas(network)
    let bodies = try variables.map { variable in
      Expression.sum(try network.shares(of: variable, deltas).map(\.formula))
    }
    let form = NamedForm(bodies, network.letters(deltas).definitions)
    return (form.bodies + form.definitions.map(\.value))
      .reduce(0) { $0 + $1.treeSize(limit: 1_000_000) }
  }

  @Test func whatIsWrittenGrowsWithTheDepth() throws {
    let (ten, twenty, forty) = (try written(10), try written(20), try written(40))
    #expect(forty - twenty == 2 * (twenty - ten))
    #expect(ten < 400)
  }
}
