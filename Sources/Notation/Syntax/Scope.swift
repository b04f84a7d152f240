package import Diagnostics
package import MatrixCalculus

/// What the names of a page mean, as far as it has been read: variables, definitions, functions,
/// sizes, assumptions about sizes, and what TeX symbols stand for.
///
/// A name means one thing on a page. It hides a constant of the language (`I`, `eye`) and, where it is
/// a function, a built-in function of the same name.
package struct Scope: Hashable, Sendable {
  /// A declared variable.
  package struct Declaration: Hashable, Sendable {
    package var variable: Variable
    /// How TeX writes it, where the author says so: `W^{(1)}`.
    package var tex: String?
    package var location: SourceLocation?

    package init(_ variable: Variable, tex: String? = nil, location: SourceLocation? = nil) {
      self.variable = variable
      self.tex = tex
      self.location = location
    }
  }

  /// A name for an expression.
  package struct Definition: Hashable, Sendable {
    package var name: String
    package var expression: Expression
    /// The variables it was written as a function of, as in `J(W) = …`.
    package var arguments: [String]
    package var tex: String?
    package var location: SourceLocation?

    package init(
      _ name: String, _ expression: Expression, arguments: [String] = [], tex: String? = nil,
      location: SourceLocation? = nil
    ) {
      self.name = name
      self.expression = expression
      self.arguments = arguments
      self.tex = tex
      self.location = location
    }
  }

  /// A function the page defines: `f(z) = 1/(1 + exp(-z))`.
  package struct UserFunction: Hashable, Sendable {
    package var name: String
    package var parameters: [String]
    package var body: Syntax
    /// The text `body` was read from.
    package var source: SourceText
    package var dialect: Dialect
    package var location: SourceLocation?

    package init(
      _ name: String, _ parameters: [String], _ body: Syntax, in source: SourceText,
      dialect: Dialect = .text, location: SourceLocation? = nil
    ) {
      self.name = name
      self.parameters = parameters
      self.body = body
      self.source = source
      self.dialect = dialect
      self.location = location
    }
  }

  /// What a TeX symbol stands for: `\mathbf{1}` for `ones(n, 1)`. The LaTeX reader puts it in.
  package struct Symbol: Hashable, Sendable {
    package var tex: String
    package var meaning: Syntax
    /// The text `meaning` was read from.
    package var source: SourceText
    package var location: SourceLocation?

    package init(
      _ tex: String, _ meaning: Syntax, in source: SourceText, location: SourceLocation? = nil
    ) {
      self.tex = tex
      self.meaning = meaning
      self.source = source
      self.location = location
    }
  }

  /// `smaller <= larger`.
  package struct Assumption: Hashable, Sendable {
    package var smaller: Dimension
    package var larger: Dimension
    package var location: SourceLocation?

    package init(
      _ smaller: Dimension, atMost larger: Dimension, location: SourceLocation? = nil
    ) {
      self.smaller = smaller
      self.larger = larger
      self.location = location
    }
  }

  /// All of these in the order of the page.
  package private(set) var declarations: [Declaration] = []
  package private(set) var definitions: [Definition] = []
  package private(set) var functions: [UserFunction] = []
  package private(set) var symbols: [Symbol] = []
  package private(set) var assumptions: [Assumption] = []
  /// The names used as sizes, in the order of their first use.
  package private(set) var sizes: [String] = []
  /// Every name that stands for a value.
  package private(set) var valueNames: Set<String> = []
  /// Every name that takes arguments.
  package private(set) var functionNames: Set<String> = []
  /// TeX spellings of variables and definitions, by name: what the TeX writer takes.
  package private(set) var texNames: [String: String] = [:]
  /// The macros formulas in TeX may use.
  package var macros = TeXMacros()
  /// Whether a prime on a variable that stands alone on the left makes a name of its own, as in
  /// `P' = (I - KH)P`: where the page writes transposes otherwise.
  package var primesName = false

  /// Whether softmax of a matrix is that of each row in TeX, as the page has turned out to mean it.
  package private(set) var takesSoftmaxOfRows = false

  private enum Place: Hashable, Sendable {
    case declaration(Int), definition(Int), function(Int), size(Int)
  }
  private var places: [String: Place] = [:]
  /// The sizes whose names formulas use for something else.
  private var hiddenSizes: Set<String> = []
  private var symbolPlaces: [String: Int] = [:]

  package init() {}
}

extension Scope {
  /// Adds a variable and the names in its shape.
  ///
  /// - Throws: `duplicate-name` if the name means something already, with the first place as a note.
  package mutating func declare(_ declaration: Declaration) throws(Diagnostic) {
    let variable = declaration.variable
    try claim(variable.name, .declaration(declarations.count), at: declaration.location)
    add(declaration)
    for size in variable.shape.rows.names + variable.shape.columns.names {
      try use(size: size, at: declaration.location)
    }
  }

  /// Adds a name for an expression.
  ///
  /// - Throws: `duplicate-name` as for `declare`.
  package mutating func define(_ definition: Definition) throws(Diagnostic) {
    try claim(definition.name, .definition(definitions.count), at: definition.location)
    add(definition)
  }

  private mutating func add(_ declaration: Declaration) {
    declarations.append(declaration)
    spell(declaration.variable.name, declaration.tex)
  }

  private mutating func add(_ definition: Definition) {
    definitions.append(definition)
    if !definition.arguments.isEmpty { functionNames.insert(definition.name) }
    spell(definition.name, definition.tex)
  }

  private mutating func spell(_ name: String, _ tex: String?) {
    valueNames.insert(name)
    if texNames[name] != tex { texNames[name] = tex }
  }

  /// Adds a function.
  ///
  /// - Throws: `duplicate-name` as for `declare`.
  package mutating func define(_ function: UserFunction) throws(Diagnostic) {
    try claim(function.name, .function(functions.count), at: function.location)
    functions.append(function)
    functionNames.insert(function.name)
  }

  /// Adds a name for an expression that is the name of a size, or of another definition, so far. In formulas
  /// it means the expression from here on; where sizes are written a size stays what it was.
  package mutating func redefine(_ definition: Definition) {
    hide(definition.name)
    places[definition.name] = .definition(definitions.count)
    add(definition)
  }

  /// Adds a function in the place of what had its name so far.
  package mutating func redefine(_ function: UserFunction) {
    hide(function.name)
    places[function.name] = .function(functions.count)
    functions.append(function)
    functionNames.insert(function.name)
  }

  /// Takes softmax of matrices row by row from here on, also in the definitions of those names.
  package mutating func takeSoftmaxOfRows(in names: Set<String>) {
    takesSoftmaxOfRows = true
    for index in definitions.indices where names.contains(definitions[index].name) {
      definitions[index].expression = definitions[index].expression.withSoftmaxOfRows
    }
  }

  private mutating func hide(_ name: String) {
    if case .size = places[name] { hiddenSizes.insert(name) }
  }

  /// Adds the meaning of a TeX symbol.
  ///
  /// - Throws: `duplicate-name` if the symbol has a meaning already.
  package mutating func define(_ symbol: Symbol) throws(Diagnostic) {
    if let first = symbolPlaces[symbol.tex] {
      throw Scope.duplicate(symbol.tex, symbol.location, first: symbols[first].location)
    }
    symbolPlaces[symbol.tex] = symbols.count
    symbols.append(symbol)
  }

  /// Adds what is known of sizes; names in it become sizes.
  ///
  /// - Throws: `duplicate-name` if one of them names something else.
  package mutating func assume(_ assumption: Assumption) throws(Diagnostic) {
    for size in assumption.smaller.names + assumption.larger.names {
      try use(size: size, at: assumption.location)
    }
    assumptions.append(assumption)
  }

  /// Makes a name a size; a name that is one already stays one.
  package mutating func use(size name: String, at location: SourceLocation?) throws(Diagnostic) {
    if isSize(name) { return }
    try claim(name, .size(sizes.count), at: location)
    sizes.append(name)
    valueNames.insert(name)
  }

  /// The scope in which the definition `name` is a variable of its shape: what stands for a value that is
  /// held, or differentiated by. Definitions made from it keep their expressions.
  ///
  /// - Returns: nil where there is no such definition.
  package func holding(_ name: String) -> Scope? {
    guard case .definition(let index) = places[name] else { return nil }
    var scope = self
    let definition = definitions[index]
    scope.places[name] = .declaration(declarations.count)
    scope.add(
      Declaration(
        Variable(name, definition.expression.shape), tex: definition.tex,
        location: definition.location))
    return scope
  }

  /// The scope in which a column or matrix of the page is a number of the same name.
  ///
  /// - Returns: nil where there is no such variable or definition.
  package func asNumber(_ name: String) -> Scope? {
    let tex: String?
    let shape: Shape
    switch places[name] {
    case .declaration(let index):
      (tex, shape) = (declarations[index].tex, declarations[index].variable.shape)
    case .definition(let index):
      (tex, shape) = (definitions[index].tex, definitions[index].expression.shape)
    default: return nil
    }
    guard !shape.isScalar else { return nil }
    var scope = self
    scope.places[name] = .declaration(declarations.count)
    scope.add(Declaration(Variable(name, .scalar), tex: tex))
    return scope
  }

  /// The scope in which more is known of a variable, also in what is defined by it.
  ///
  /// - Returns: nil where there is no such variable.
  package func assuming(_ properties: Properties, of name: String) -> Scope? {
    guard case .declaration(let index)? = places[name] else { return nil }
    let old = declarations[index].variable
    let new = Variable(
      old.name, old.shape, old.properties.union(properties), range: old.range)
    var scope = self
    scope.declarations[index].variable = new
    for place in scope.definitions.indices {
      scope.definitions[place].expression = definitions[place].expression.substituting(
        [old: .variable(new)])
    }
    return scope
  }

  private mutating func claim(
    _ name: String, _ place: Place, at location: SourceLocation?
  ) throws(Diagnostic) {
    if let first = places[name] {
      throw Scope.duplicate(name, location, first: self.location(of: first))
    }
    places[name] = place
  }

  /// Where a name gets its meaning.
  package func location(of name: String) -> SourceLocation? {
    places[name].flatMap { location(of: $0) }
  }

  private func location(of place: Place) -> SourceLocation? {
    switch place {
    case .declaration(let index): declarations[index].location
    case .definition(let index): definitions[index].location
    case .function(let index): functions[index].location
    case .size(let index):
      declarations.first {
        ($0.variable.shape.rows.names + $0.variable.shape.columns.names).contains(sizes[index])
      }?.location
    }
  }

  private static func duplicate(
    _ name: String, _ location: SourceLocation?, first: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .duplicateName, "\(name) means something already", at: location,
      hint: "choose another name",
      notes: first.map { [Diagnostic.Note("first", $0.description)] } ?? [])
  }
}

extension Scope {
  package func declaration(of name: String) -> Declaration? {
    if case .declaration(let index) = places[name] { declarations[index] } else { nil }
  }

  package func variable(_ name: String) -> Variable? { declaration(of: name)?.variable }

  package func definition(of name: String) -> Definition? {
    if case .definition(let index) = places[name] { definitions[index] } else { nil }
  }

  package func function(_ name: String) -> UserFunction? {
    if case .function(let index) = places[name] { functions[index] } else { nil }
  }

  package func isSize(_ name: String) -> Bool {
    if case .size = places[name] { true } else { hiddenSizes.contains(name) }
  }

  /// Whether the name means a size and nothing else.
  package func isOnlySize(_ name: String) -> Bool {
    if case .size = places[name] { true } else { false }
  }

  /// The meaning of a TeX symbol, by its spelling.
  package func symbol(_ tex: String) -> Symbol? { symbolPlaces[tex].map { symbols[$0] } }

  /// Whether the name stands for anything the page states.
  package func knows(_ name: String) -> Bool { places[name] != nil }

  /// Every name that stands for a value, for "did you mean".
  var values: [String] {
    declarations.map(\.variable.name) + definitions.map(\.name) + sizes
  }
}

/// The habits of the notation a formula was read from, where they differ in meaning.
package enum Dialect: Hashable, Sendable {
  /// As in MATLAB: `x^2` and `1/x` of a column are errors.
  case text
  /// Powers and quotients of columns, and powers of matrices that are not square, are meant entry by entry.
  case tex
}
