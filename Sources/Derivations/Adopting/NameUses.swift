import Notation

/// What the equations of a page do with names: define them, differentiate them, differentiate by them.
struct NameUses {
  /// Every name that stands for a value, in the order of the page.
  private(set) var names: [String] = []
  /// Names that an equation gives a meaning before anything else is said of them.
  private(set) var defined: Set<String> = []
  /// Defined names that are written with arguments.
  private(set) var functionals: Set<String> = []
  /// Names that are differentiated by, that functions are written with, or that are changed.
  private(set) var variables: Set<String> = []
  private var differentiated: Set<String> = []
  private var parameters: Set<String> = []
  private var used: Set<String> = []
  /// Names of which a derivative with a prime is taken: functions of one entry.
  private var primed: Set<String> = []
  /// Names that functions are written with: `J(W) = …`.
  private var arguments: Set<String> = []
  /// The piece of the page that each name is used in first.
  private var firstUse: [String: Int] = [:]
  /// Names that the text defines, not a display.
  private(set) var definedInPassing: Set<String> = []
  private var piece = 0
  private let scanned: AdoptedNames

  init(_ scanned: AdoptedNames) { self.scanned = scanned }

  /// Whether an equation of the text is the definition of its left side.
  func isDefining(_ equation: Equation) -> Bool {
    equation.inlineName.map(definedInPassing.contains) ?? false
  }

  /// Whether nothing is known of a name but that it can be differentiated or applied.
  func isGeneric(_ name: String) -> Bool {
    if primed.contains(name), !defined.contains(name) { return true }
    let isParameter = parameters.contains(name) && !used.contains(name)
    let isFunction = scanned.name(name)?.isFunction == true && !used.contains(name)
    let isUndefined = differentiated.contains(name) || scanned.defined.contains(name)
    return isParameter || isFunction || (isUndefined && !variables.contains(name))
  }

  /// Takes what a display says.
  ///
  /// - Parameter piece: the place of the display among the pieces of the page.
  mutating func take(_ equation: Equation, at piece: Int) {
    self.piece = piece
    let right = equation.sides.map(\.formula)
    if case .application(let application) = equation.left, application.primes == 0 {
      take(application, right)
    } else if let left = equation.leftFormula {
      visit(left)
    }
    for side in right { visit(side) }
  }

  /// Takes what the text defines for the displays: `where $\hat{y} = Xw$`. What is said of a name that is
  /// differentiated by, or is an argument, is a definition only above its first use; below, it is a solution.
  mutating func takeInPassing(_ equation: Equation, at piece: Int) {
    guard let name = equation.inlineName, names.contains(name), !defined.contains(name),
      !arguments.contains(name), !variables.contains(name) || piece < firstUse[name] ?? 0
    else { return }
    self.piece = piece
    defined.insert(name)
    definedInPassing.insert(name)
    variables.remove(name)
    for side in equation.sides { visit(side.formula) }
  }

  /// `J(W) = …`, `z = Wx + b`: a definition unless the name was used already, or is on the right as well.
  private mutating func take(_ application: Equation.Application, _ right: [Syntax]) {
    let name = application.name
    let isChanged = right.contains { $0.nameTexts.contains(name) }
    if isChanged || used.contains(name) {
      add(name)
      if !defined.contains(name) { variables.insert(name) }
    } else if !right.isEmpty {
      defined.insert(name)
      add(name)
      if !application.arguments.isEmpty { functionals.insert(name) }
    }
    let isOfEntries = application.arguments.count == 1 && name.isFunctionLetter
    for argument in application.arguments {
      if isOfEntries {
        parameters.insert(argument)
      } else {
        arguments.insert(argument)
        variables.insert(argument)
        used.insert(argument)
      }
    }
  }

  private mutating func visit(_ node: Syntax) {
    switch node.kind {
    case .name(let name):
      used.insert(name)
      add(name)
    case .derivative(let kind):
      visitDerivative(kind, node.children)
    case .call(let name, let primes):
      if primes > 0 { primed.insert(name) }
      // A capital letter before brackets that hold more than a name is a factor.
      let isFactor =
        name.first?.isUppercase == true && name.count == 1
        && node.children.contains { !$0.isBareName }
      if isFactor || (scanned.name(name).map { $0.alone > 0 } ?? false) {
        used.insert(name)
        add(name)
      }
      node.children.forEach { visit($0) }
    default: node.children.forEach { visit($0) }
    }
  }

  private mutating func visitDerivative(_ kind: Syntax.Derivative, _ parts: [Syntax]) {
    if case .name(let name) = parts[0].kind, kind != .differential {
      if !defined.contains(name) { differentiated.insert(name) }
      add(name)
    } else {
      visit(parts[0])
    }
    for part in parts.dropFirst() {
      for name in part.nameTexts where !defined.contains(name) { variables.insert(name) }
      visit(part)
    }
  }

  private mutating func add(_ name: String) {
    if firstUse[name] == nil {
      firstUse[name] = piece
      names.append(name)
    }
  }
}

extension Syntax {
  fileprivate var isBareName: Bool { if case .name = kind { true } else { false } }
}

extension String {
  /// Letters that functions of one entry are called by.
  fileprivate var isFunctionLetter: Bool {
    ["f", "g", "h", "phi", "psi", "sigma", "rho"].contains(self)
  }
}
