import Backprop
import MatrixCalculus
import Testing

private let n = Dimension("n")
private let k = Dimension("k")
private let m = Dimension("m")
private func matrix(_ name: String, _ rows: Dimension, _ columns: Dimension) -> Expression {
  .variable(Variable(name, Shape(rows, columns)))
}
private let W = matrix("W", k, n)
private let A = matrix("A", m, n)
private let V = matrix("V", k, n)
private let s = matrix("s", n, .one)
private let t = matrix("t", m, .one)
private let x = matrix("x", n, .one)
private let y = matrix("y", n, .one)
private let B = matrix("B", n, n)
private let X = matrix("X", n, n)
private let S = matrix("S", n, n)
private let gamma = matrix("gamma", .one, .one)
private let epsilon = matrix("epsilon", .one, .one)
private func normSquared(_ e: Expression) -> Expression {
  .power(MatrixFunction.norm2(e), Rational(2))
}

/// The function of the sparse coding weights, of the topographic penalty, of independent components.
private let sparseCoding = normSquared(A * s - t)
private let topographic = MatrixFunction.sum(
  .apply(.sqrt, V * .power(s, Rational(2)) + epsilon.broadcast(to: Shape(k, .one))!))
private let reconstruction = normSquared(W.transposed * W * x - x)

private let residual = normSquared(x + S * .apply(.tanh, B * x))

@Suite struct NetworkTests {
  /// Per layer: whether the activation is the identity, and the weight.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let function: Expression
    let layers: [(isIdentity: Bool, weight: Expression?)]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "‖As − t‖²", function: sparseCoding,
      layers: [(true, A), (false, .eye(m)), (false, nil)]),
    Case(
      name: "Σ√(V s² + ε)", function: topographic,
      layers: [(false, .eye(n)), (true, V), (false, .eye(k)), (false, nil)]),
    Case(
      name: "‖W′Wx − x‖²", function: reconstruction,
      layers: [(true, W), (true, W.transposed), (false, .eye(n)), (false, nil)]),
    Case(
      name: "Σ tanh(A s + t)",
      function: MatrixFunction.sum(.apply(.tanh, A * s + t)),
      layers: [(true, A), (false, .eye(m)), (false, nil)]),
    Case(
      name: "γ‖A‖²", function: gamma * normSquared(A), layers: [(false, nil)]),
  ]

  @Test(arguments: cases)
  func layersComeInTheOrderOfTheTradition(_ c: Case) throws {
    let network = try Network.terms(of: c.function)[0]
    #expect(network.layers.map(\.activation.isIdentity) == c.layers.map(\.isIdentity))
    #expect(network.layers.map { $0.weight?.matrix } == c.layers.map(\.weight))
  }

  @Test(arguments: cases)
  func lastActivationsSumToTheFunction(_ c: Case) throws {
    let network = try Network.terms(of: c.function)[0]
    let output = try #require(network.layers.last).output
    let value = network.coefficient * MatrixFunction.sum(output)
    var form = NormalForm()
    #expect(form.equal(value, c.function) == true)
  }

  @Test(arguments: cases)
  func eachInputIsTheWeightTimesTheActivationBefore(_ c: Case) throws {
    let layers = try Network.terms(of: c.function)[0].layers
    for (layer, next) in zip(layers, layers.dropFirst()) {
      let weight = try #require(layer.weight)
      #expect((weight.matrix * layer.output).simplified == next.input)
    }
  }

  /// An input that is added to what it leads to feeds it; one that is subtracted is compared with it.
  @Test(arguments: [
    (residual, [[], [1], [1, 2]], [[], [], []]),
    (reconstruction, [[], [1], [2], [3]], [[], [], [1], []]),
  ])
  func inputsAreTakenUpAgain(_ f: Expression, _ sources: [[Int]], _ recalled: [[Int]]) throws {
    let network = try Network.terms(of: f)[0]
    #expect(network.layers.map { $0.feed?.sources ?? [] } == sources)
    #expect(network.layers.map { network.recalled(by: $0) } == recalled)
  }

  /// W x + U y is one layer, unless W x is used elsewhere too; B X + X S is fed by X twice.
  @Test(arguments: [
    (normSquared(B * x + S * y), [[], [], [1, 2]]),
    (normSquared(B * x + S * y + .apply(.exp, B * x)), [[], [1], [], [2], [2, 3, 4]]),
    (normSquared(B * X + X * S), [[], [1]]),
    (normSquared(B * x + S * .apply(.tanh, B * y)), [[], [], [2], [1, 3]]),
  ])
  func weightedInputsFeedTheirSum(_ f: Expression, _ sources: [[Int]]) throws {
    let network = try Network.terms(of: f)[0]
    #expect(network.layers.map { $0.feed?.sources ?? [] } == sources)
    let ways = network.ways(to: try #require(network.layers.last))
    #expect(ways.isEmpty || ways.map(\.source) == sources.last)
  }

  @Test func waysAreTheMatricesOfAJoin() throws {
    let network = try Network.terms(of: residual)[0]
    let ways = network.ways(to: try #require(network.layers.last))
    #expect(ways.map(\.source) == [1, 2])
    #expect(ways.map(\.weight.matrix) == [.eye(n), S])
  }

  /// The first layer has a weight to the next, and leads to a later one by another.
  @Test func waysLeadPastTheWeightOfALayer() throws {
    let gate = MatrixFunction.sum(
      .hadamard([.apply(.sigmoid, B * x), .apply(.tanh, S * x)]))
    let network = try Network.terms(of: gate)[0]
    let ways = network.layers.flatMap { network.ways(to: $0) }.map(\.weight.matrix)
    #expect(ways.contains(S))
  }

  @Test func everyTermOfASumIsANetwork() throws {
    let networks = try Network.terms(of: sparseCoding + gamma * normSquared(A))
    #expect(networks.map(\.layers.count) == [3, 1])
    #expect(networks[1].coefficient == gamma)
  }

  @Test(arguments: graphs)
  func whatIsNoChainBecomesAGraphOfLayers(_ c: Case) throws {
    let network = try Network.terms(of: c.function)[0]
    #expect(!network.isChain)
    for layer in network.layers {
      #expect(layer.feed?.sources.allSatisfy { $0 < layer.number } ?? true)
    }
  }

  @Test(arguments: graphs)
  func graphComputesTheTerm(_ c: Case) throws {
    let network = try Network.terms(of: c.function)[0]
    var form = NormalForm()
    #expect(form.equal(network.value, network.term) == true)
  }

  static let graphs: [Case] = [
    Case(
      name: "one input under two activations",
      function: (gamma + .number(1)) * (gamma - .number(1)), layers: []),
    Case(
      name: "two branches", function: normSquared(A * s + A * A.transposed * t), layers: []),
    Case(
      name: "residual",
      function: MatrixFunction.sum(
        .apply(.sin, x) + .apply(.tanh, B * .apply(.sin, x))),
      layers: []),
    Case(name: "residual of the input", function: residual, layers: []),
    Case(
      name: "residual behind an activation of the input",
      function: normSquared(S * .apply(.tanh, B * .apply(.sin, x)) + x), layers: []),
    Case(
      name: "gate of the input",
      function: MatrixFunction.sum(.hadamard([x, .apply(.sigmoid, B * x)])), layers: []),
    Case(
      name: "right multiplication",
      function: MatrixFunction.sum(.apply(.tanh, .apply(.sin, A * S) * B)), layers: []),
    Case(
      name: "log-sum-exp", function: .apply(.log, MatrixFunction.sum(.apply(.exp, B * x))),
      layers: []),
    Case(
      name: "cube of a norm", function: .power(MatrixFunction.norm2(B * x), Rational(3)), layers: []
    ),
    Case(
      name: "gate",
      function: MatrixFunction.sum(.hadamard([.apply(.sigmoid, B * x), .apply(.tanh, S * x)])),
      layers: []),
    Case(name: "trace", function: MatrixFunction.trace(B * B * .apply(.exp, B)), layers: []),
    Case(
      name: "determinant of a layer",
      function: MatrixFunction.logdet(.apply(.exp, B) + B), layers: []),
  ]
}

@Suite struct DeltasTests {
  @Test(arguments: NetworkTests.cases + NetworkTests.graphs)
  func valueIsTheFunction(_ c: NetworkTests.Case) throws {
    var form = NormalForm()
    let value = try Network.terms(of: c.function)[0].value
    #expect(form.equal(value, c.function) == true)
  }

  @Test(arguments: NetworkTests.cases)
  func deltaOfTheInputIsTheGradientWithRespectToIt(_ c: NetworkTests.Case) throws {
    let network = try Network.terms(of: c.function)[0]
    let deltas = try Deltas(network)
    for row in deltas.rows where row.layer.number == 1 {
      guard case .variable(let input) = row.layer.input.operation else { continue }
      let held = Variable("held", input.shape)
      // Only the input itself moves: elsewhere the same letter is a constant.
      let chain = network.layers.reduce(Expression.variable(held)) { z, layer in
        let output = layer.activation.value(at: z)
        return layer.weight.map { $0.matrix * output } ?? output
      }
      let function = network.coefficient * MatrixFunction.sum(chain)
      let gradient = try Gradient.gradients(of: function, wrt: [held])[0]
        .substituting([held: .variable(input)])
      var form = NormalForm()
      #expect(form.equal(gradient, row.value) == true)
    }
  }

  @Test(arguments: NetworkTests.cases + NetworkTests.graphs)
  func instancesAddUpToTheGradient(_ c: NetworkTests.Case) throws {
    let network = try Network.terms(of: c.function)[0]
    let deltas = try Deltas(network)
    for variable in c.function.variables {
      let parts = try network.instances(of: variable, deltas).map(\.contribution)
      let gradient = try Gradient.gradients(of: c.function, wrt: [variable])[0]
      var form = NormalForm()
      #expect(form.equal(.sum(parts), gradient) == true, "\(variable.name)")
    }
  }

  @Test func tiedWeightHasAnInstanceForEachOccurrence() throws {
    let network = try Network.terms(of: reconstruction)[0]
    let variable = W.variables[0]
    let places = try network.instances(of: variable, try Deltas(network)).map(\.place)
    #expect(
      places == [.weight(layer: 2, transposed: true), .weight(layer: 1, transposed: false)])
  }

  @Test func stackOfTwoHundredResidualBlocksIsDerived() throws {
    var z = s
    for block in 1...200 { z = z + .apply(.tanh, matrix("W\(block)", n, n) * z) }
    let network = try Network.terms(of: MatrixFunction.sum(z))[0]
    #expect(network.layers.last?.feed?.sources == [399, 400])
    #expect(try Deltas(network).rows.count == 401)
  }

  @Test func chainOfTwoHundredLayersIsDerived() throws {
    var z = s
    for layer in 1...200 { z = .apply(.tanh, matrix("W\(layer)", n, n) * z) }
    let network = try Network.terms(of: MatrixFunction.sum(z))[0]
    #expect(network.layers.count == 201)
    #expect(try Deltas(network).rows.count == 201)
  }
}
