import MatrixCalculus

/// What the variables, the sizes and the parts of an expression are called in a program.
struct CodeNames {
  struct Parameter {
    var name: String
    var shape: Shape
    var isScalar: Bool { shape.isScalar }
  }

  /// A size that the shape of a variable tells.
  struct Size {
    var name: String
    var variable: String
    var isRows: Bool
  }

  /// By name.
  private(set) var variables: [Parameter] = []
  /// The sizes that are used as numbers and that a variable's shape tells.
  private(set) var sizes: [Size] = []
  /// Those that no variable's shape tells.
  private(set) var freeSizes: [String] = []
  private var ofVariable: [String: String] = [:]
  private var ofSize: [String: Dimension] = [:]
  private var taken: Set<String>
  private var count = 0

  /// - Parameters:
  ///   - nodes: all parts of what is computed.
  ///   - arguments: variables that come first, used or not.
  init(_ nodes: [Expression], _ arguments: [Variable], reserved: Set<String>) {
    taken = reserved
    // Sorted, so that a function and its gradient take their arguments in one order.
    let own = arguments.sorted { $0.name < $1.name }
    let known = Set(own.map(\.name))
    let others = nodes.compactMap(\.asVariable).filter { !known.contains($0.name) }
    let found = own + others.sorted { $0.name < $1.name }
    for variable in found {
      let name = unused(Self.word(variable.name, reserved))
      ofVariable[variable.name] = name
      variables.append(Parameter(name: name, shape: variable.shape))
    }
    let shapes = found.map { (ofVariable[$0.name] ?? $0.name, $0.shape) }
    for size in Self.sizes(of: nodes) {
      let name = unused(Self.word(size, reserved))
      ofSize[size] = Dimension(name)
      if let (variable, _) = shapes.first(where: { $0.1.rows.name == size }) {
        sizes.append(Size(name: name, variable: variable, isRows: true))
      } else if let (variable, _) = shapes.first(where: { $0.1.columns.name == size }) {
        sizes.append(Size(name: name, variable: variable, isRows: false))
      } else {
        freeSizes.append(name)
      }
    }
  }

  subscript(variable: Variable) -> String { ofVariable[variable.name] ?? variable.name }

  func text(of dimension: Dimension) -> String { "\(dimension.substituting(ofSize))" }

  /// Whether a text is the name of a variable or of a part.
  func isName(_ text: String) -> Bool { taken.contains(text) }

  /// A name for a part.
  mutating func fresh() -> String {
    count += 1
    while taken.contains("t\(count)") { count += 1 }
    taken.insert("t\(count)")
    return "t\(count)"
  }

  /// A name for a value that is returned.
  mutating func output(_ name: String, reserved: Set<String>) -> String {
    unused(Self.word(name, reserved))
  }

  private mutating func unused(_ name: String) -> String {
    var name = name
    while taken.contains(name) { name += "_" }
    taken.insert(name)
    return name
  }

  /// A text as a word of a program.
  static func word(_ text: String, _ reserved: Set<String>) -> String {
    let letters = text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
    let word = letters.first?.isNumber ?? true ? "f" + String(letters) : String(letters)
    return reserved.contains(word) ? word + "_" : word
  }

  /// The names of sizes that the text of the expression needs, sorted.
  private static func sizes(of nodes: [Expression]) -> [String] {
    var names: Set<String> = []
    for node in nodes {
      switch node.operation {
      case .size(let dimension): names.formUnion(dimension.names)
      case .eye, .ones, .zeros: names.formUnion(node.shape.rows.names + node.shape.columns.names)
      case .call(let function):
        names.formUnion(function.parameters.flatMap(\.names))
        guard function.name == "selection" || function.name == "reshape" else { continue }
        names.formUnion(node.shape.rows.names + node.shape.columns.names)
      default: break
      }
    }
    return names.sorted()
  }
}

extension Expression {
  fileprivate var asVariable: Variable? {
    if case .variable(let variable) = operation { variable } else { nil }
  }
}
