/// A formula in the two forms it is shown in.
package struct Shown: Hashable, Sendable {
  /// In text notation, as a `derive` block would have it.
  package var text: String
  /// In TeX, without delimiters.
  package var tex: String
  /// The same where parts say of which layer they are; nil where none does.
  package var marked: String?

  package init(text: String, tex: String, marked: String? = nil) {
    self.text = text
    self.tex = tex
    self.marked = marked
  }
}

extension [Shown] {
  /// Without those that say the same as the one before them up to brackets; of two such the shorter one stays.
  package var withoutEchoes: [Shown] {
    reduce(into: []) { kept, next in
      guard let last = kept.last, last.withoutBrackets == next.withoutBrackets else {
        return kept.append(next)
      }
      if next.tex.utf8.count < last.tex.utf8.count { kept[kept.count - 1] = next }
    }
  }
}

extension Shown {
  fileprivate var withoutBrackets: String {
    tex.replacing(#"\left("#, with: "").replacing(#"\right)"#, with: "").replacing(#"\,"#, with: "")
      .filter { !"() ".contains($0) }
  }
}

/// The layer table of a function with the diagram of its network.
package struct NetworkFigure: Hashable, Sendable {
  package struct Layer: Hashable, Sendable {
    /// A matrix that leads here from a layer: W from layer 1 in `W*a1 + a2`; what is not multiplied from the left
    /// has a dot where the activation stands, `· X`.
    package struct Way: Hashable, Sendable {
      package var source: Int
      package var matrix: Shown
      /// The variable the matrix is, whatever its sign and scale, as it is or transposed.
      package var variable: String?
    }

    package var number: Int
    /// The input z⁽ˡ⁾ to this layer.
    package var input: Shown
    /// The shape of the input, such as `(k, m)`.
    package var shape: Shown
    /// The activation in the variable z, such as `f(z) = z^2`.
    package var activation: Shown
    /// A short name to write into a node: `z²`, `tanh`, `z − x`; empty for the identity.
    package var activationName: String
    /// The weight to the next layer; nil in the last.
    package var weight: Shown?
    /// The variable the weight is an instance of, whatever its sign and scale: equal names are tied.
    package var weightVariable: String?
    /// The numbers of the layers that feed it; empty for an input.
    package var sources: [Int]
    /// How they feed it, in letters for their activations: `W*a1 + V*a2`; nil for an input.
    package var feed: Shown?
    /// The matrices by which it is fed otherwise than through the weight of the layer before it.
    package var ways: [Way] = []
    /// The sign by which the activations that feed it are joined, `+` or `⊙`; nil where they are not.
    package var joint: String?
    /// The numbers of the inputs of the network that its activation speaks of: that of x for `z - x`.
    package var recalled: [Int] = []
    /// Input and activation at the numbers of the example; empty where there is none.
    package var numbers: [Shown] = []

    package init(
      number: Int, input: Shown, shape: Shown, activation: Shown, activationName: String,
      weight: Shown? = nil, weightVariable: String? = nil, sources: [Int] = [], feed: Shown? = nil
    ) {
      self.number = number
      self.input = input
      self.shape = shape
      self.activation = activation
      self.activationName = activationName
      self.weight = weight
      self.weightVariable = weightVariable
      self.sources = sources
      self.feed = feed
    }
  }

  /// The function's name, and the term where the function is a sum of several.
  package var title: Shown
  /// The function alone.
  package var function = ""
  /// From the input to the last.
  package var layers: [Layer]
  /// How the last activations give the function: `F = \sum_k …`.
  package var objective: Shown
  /// Whether each layer feeds the next through a weight; otherwise `sources` and `feed` say what feeds
  /// what.
  package var isChain: Bool

  package init(title: Shown, layers: [Layer], objective: Shown, isChain: Bool = true) {
    self.title = title
    self.layers = layers
    self.objective = objective
    self.isChain = isChain
  }
}

extension [NetworkFigure.Layer] {
  /// A number for each variable that is the weight of several layers, by first use.
  package var ties: [String: Int] {
    var uses: [String: Int] = [:]
    let names = flatMap { $0.ways.map(\.variable) + [$0.weightVariable] }.compactMap { $0 }
    for name in names { uses[name, default: 0] += 1 }
    var ties: [String: Int] = [:]
    for name in names where uses[name, default: 0] > 1 {
      if ties[name] == nil { ties[name] = ties.count }
    }
    return ties
  }
}

/// The delta table of a function, last layer first.
package struct DeltaFigure: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package var layer: Int
    /// f′ in the variable z.
    package var derivative: Shown
    /// As backpropagation states it: `(I' * delta4) .* 1`.
    package var delta: Shown
    /// The same with nothing left to do.
    package var simplified: Shown
    package var input: Shown
    /// The delta at the numbers of the example.
    package var number: Shown?

    /// The delta as stated and simplified; once where both are the same up to brackets.
    package var forms: [Shown] { [delta, simplified].withoutEchoes }

    package init(layer: Int, derivative: Shown, delta: Shown, simplified: Shown, input: Shown) {
      self.layer = layer
      self.derivative = derivative
      self.delta = delta
      self.simplified = simplified
      self.input = input
    }
  }

  package var title: Shown
  /// The function alone.
  package var function = ""
  package var rows: [Row]

  package init(title: Shown, rows: [Row]) {
    self.title = title
    self.rows = rows
  }
}

/// A derived gradient: one line for each instance of a tied weight, then the sum.
package struct DerivativeFigure: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    /// What the line says, such as `\nabla_{W^T} F` or `\nabla_W F`.
    package var left: Shown
    /// Its right sides, each equal to the one before and written otherwise.
    package var right: [Shown]
    /// Where it comes from; nil for the sum.
    package var origin: Origin?
    /// What it says in text notation, as a claim that a `derive` block takes.
    package var claim: String

    /// - Parameter claim: the left side and the last right one, unless given.
    package init(left: Shown, right: [Shown], origin: Origin? = nil, claim: String? = nil) {
      self.left = left
      self.right = right.withoutEchoes
      self.origin = origin
      self.claim = claim ?? "\(left.text) = \(right.last?.text ?? "")"
    }
  }

  package var steps: [Step]
  package var conditions: [String]
  /// What all figures of the same statement ask for, with the last of them.
  package var commonConditions: [String] = []
  /// What the letters stand for that the last sides of this figure and of those before it in the same
  /// statement are written in: `a3 = tanh(W*x + b)`, each after what it needs.
  package var definitions: [Shown]
  /// How it is laid out and which entries of the variable move, where that could be done otherwise.
  package var notes: [String]
  package var layout: ResultLayout?
  /// Whether its letters are those of the layers that were shown last.
  package var isDrawn = true

  package init(
    steps: [Step], conditions: [String], definitions: [Shown] = [], notes: [String] = []
  ) {
    self.steps = steps
    self.conditions = conditions
    self.definitions = definitions
    self.notes = notes
  }
}

/// A derivation step by step, from the function to the closed form.
package struct StepsFigure: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    /// `\frac{\partial F}{\partial T_1} = …`.
    package var statement: Shown
    /// The rules that were applied, each with where it stands.
    package var rules: [Rule]
    /// The index of its claim among those of the page.
    package var claim: Int

    package init(statement: Shown, rules: [Rule], claim: Int) {
      self.statement = statement
      self.rules = rules
      self.claim = claim
    }
  }

  package struct Rule: Hashable, Sendable {
    package var phrase: String
    package var source: String

    package init(phrase: String, source: String) {
      self.phrase = phrase
      self.source = source
    }
  }

  /// `gradient F wrt W`.
  package var title: Shown
  /// The parts of the function by letters, each after what it is made of.
  package var parts: [Shown]
  package var steps: [Step]
  package var conditions: [String]

  package init(title: Shown, parts: [Shown], steps: [Step], conditions: [String]) {
    self.title = title
    self.parts = parts
    self.steps = steps
    self.conditions = conditions
  }
}
