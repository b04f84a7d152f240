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
  private let scanned: AdoptedNames

  init(_ equations: [Equation], _ scanned: AdoptedNames) {
    self.scanned = scanned
    for equation in equations { take(equation) }
  }

  /// Whether nothing is known of a name but that it can be differentiated or applied.
  func isGeneric(_ name: String) -> Bool {
    let isParameter = parameters.contains(name) && !used.contains(name)
    let isFunction = scanned.name(name)?.isFunction == true && !used.contains(name)
    let isUndefined = differentiated.contains(name) || scanned.defined.contains(name)
    return isParameter || isFunction || (isUndefined && !variables.contains(name))
  }

  private mutating func take(_ equation: Equation) {
    let right = equation.sides.map(\.formula)
    if case .application(let application) = equation.left, application.primes == 0 {
      take(application, right)
    } else if let left = equation.leftFormula {
      visit(left)
    }
    for side in right { visit(side) }
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
      if !application.arguments.isEmpty { functionals.insert(name) }
    }
    let isOfEntries = application.arguments.count == 1 && name.isFunctionLetter
    for argument in application.arguments {
      if isOfEntries {
        parameters.insert(argument)
      } else {
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
    case .call(let name, _):
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
    if !names.contains(name) { names.append(name) }
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
