package import Diagnostics
import MatrixCalculus
import Notation
import Pages
import Proof

/// A definition that something rests on.
package struct Use: Hashable, Comparable, Sendable {
  package var name: String
  /// Where it is defined, which may be on another page.
  package var location: SourceLocation

  package init(name: String, location: SourceLocation) {
    self.name = name
    self.location = location
  }

  package static func < (a: Use, b: Use) -> Bool {
    (a.location, a.name) < (b.location, b.name)
  }
}

/// A definition of a page with the definitions it is made of.
package struct Dependency: Hashable, Sendable {
  package var definition: Use
  package var uses: [Use]
}

extension PageSession {
  /// The definitions that a claim rests on: those its author names, and those its subject is made of.
  ///
  /// - Complexity: O(n) for n distinct parts of the subject.
  func uses(of side: ClaimedSide, _ target: Target) -> [Use] {
    let names = side.formula.allNames.union([target.of])
    let named = scope.definitions.filter { names.contains($0.name) }.map(\.expression)
    return uses(names: names, parts: target.subject + named)
  }

  /// The definitions that a function is made of, its own among them.
  ///
  /// - Complexity: O(n) for n distinct parts of the function.
  func uses(of function: Function) -> [Use] {
    uses(names: [function.name], parts: [function.expression])
  }

  /// The definitions of this page, each with those it is made of.
  var dependencies: [Dependency] {
    scope.definitions.compactMap { definition in
      guard let location = definition.location, location.path == page.path else { return nil }
      let own = Use(name: definition.name, location: location)
      let uses = uses(names: [], parts: [definition.expression]).filter { $0 != own }
      return Dependency(definition: own, uses: uses)
    }
  }

  private func uses(names: Set<String>, parts: [Expression]) -> [Use] {
    let nodes = Set(parts.flatMap(\.postorder))
    let applied = Set(
      nodes.compactMap { node in
        if case .apply(let function) = node.operation { function.name } else { nil }
      })
    let definitions = scope.definitions.filter { definition in
      names.contains(definition.name)
        || !definition.expression.operands.isEmpty && nodes.contains(definition.expression)
    }
    let functions = scope.functions.filter { function in
      names.contains(function.name) || applied.contains(function.name)
    }
    let found =
      definitions.map { ($0.name, $0.location) } + functions.map { ($0.name, $0.location) }
    return found.compactMap { name, location in location.map { Use(name: name, location: $0) } }
      .sorted()
  }
}

extension Target {
  /// What a claim with this target speaks of besides the claimed side.
  fileprivate var subject: [Expression] {
    switch claim(.zeros(shape)).kind {
    case .identity(let right): [right]
    case .gradient(let function, _), .jacobian(let function, _), .hessian(let function, _),
      .differential(let function, _, _):
      [function]
    }
  }
}

extension Syntax {
  /// The names in it.
  fileprivate var allNames: Set<String> {
    var found: Set<String> = []
    var stack = [self]
    while let node = stack.popLast() {
      switch node.kind {
      case .name(let name), .call(let name, _): found.insert(name)
      default: break
      }
      stack += node.children
    }
    return found
  }
}
