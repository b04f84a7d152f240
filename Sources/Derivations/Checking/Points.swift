import Diagnostics
import MatrixCalculus
import Notation

/// Derivatives at other arguments than a function of the page was defined with: `\nabla f(a)`,
/// `\nabla_x f(a)`, `\frac{\partial f(a)}{\partial a}`.
extension PageSession {
  /// The derivative as its value at a point, or as the derivative of a composition; nil where the brackets
  /// only repeat what the function was defined with, or hold nothing.
  ///
  /// Without a variable, and by an argument of the function that the point does not speak of, it is the
  /// derivative by that argument at the point. By what the point speaks of it is that of f(point).
  ///
  /// - Throws: `unsupported` where the page does not say which variable takes the value.
  func atPoint(_ derivative: Syntax, in source: SourceText) throws(Diagnostic) -> Syntax? {
    guard case .derivative(let kind) = derivative.kind, kind != .differential,
      let function = derivative.children.first, let call = function.writtenCall,
      let definition = scope.definition(of: call.name),
      !definition.isRepeated(by: call.arguments, in: scope)
    else { return nil }
    let by = Array(derivative.children.dropFirst())
    let isImplicit = by.isEmpty || by == call.arguments
    guard let own = ownArguments(of: definition, call.arguments) else {
      // With a variable that the function has, the brackets may hold more than it was defined with.
      if !isImplicit, let name = by.first?.withoutPlaces.plainName,
        definition.dependencies.contains(name)
          || !call.arguments.contains(where: { $0.mentions(name) })
      {
        return nil
      }
      if !isImplicit, by.first?.withoutPlaces.plainName == nil { return nil }
      throw Diagnostic(
        .unsupported, "it is not said which variable of \(call.name) takes the value",
        at: source.location(function.range),
        hint: "define it as a function, as in \(call.name)(x) = …")
    }
    let variables: [Syntax]
    if isImplicit {
      variables = own.map { Syntax(.name($0), range: function.range) }
    } else if let name = by.first?.plainName, own.contains(name),
      !call.arguments.contains(where: { $0.mentions(name) })
    {
      variables = by
    } else {
      let composed = Syntax(
        .call(call.name, primes: 0), call.arguments, range: function.range, marks: function.marks)
      return function.isName ? derivative.replacingFirst(by: composed) : nil
    }
    let plain = Syntax(.name(call.name), range: function.range)
    let whole = Syntax(
      derivative.kind, [plain] + variables, range: derivative.range, marks: derivative.marks)
    let values = zip(own, call.arguments).flatMap { name, value in
      [Syntax(.name(name), range: value.range), value]
    }
    return Syntax(.evaluation, [whole] + values, range: derivative.range)
  }

  /// The variables that take the arguments of a call: those the definition was written with, or without such
  /// the one variable it has, or has of the shape of the argument.
  private func ownArguments(of definition: Scope.Definition, _ list: [Syntax]) -> [String]? {
    if !definition.arguments.isEmpty {
      return definition.arguments.count == list.count ? definition.arguments : nil
    }
    let names = definition.dependencies.filter { scope.variable($0) != nil }
    guard list.count == 1 else { return nil }
    if names.count == 1 { return names }
    let shape = list[0].plainName.flatMap { scope.variable($0)?.shape }
    let fitting = names.filter { shape != nil && scope.variable($0)?.shape == shape }
    return fitting.count == 1 ? fitting : nil
  }
}

extension Syntax {
  fileprivate var isName: Bool { plainName != nil }

  /// A function with what it is written to be applied to.
  fileprivate var writtenCall: (name: String, arguments: [Syntax])? {
    switch kind {
    case .name(let name) where !children.isEmpty: (name, children)
    case .call(let name, primes: 0): (name, children)
    default: nil
    }
  }

  fileprivate func replacingFirst(by part: Syntax) -> Syntax {
    Syntax(kind, [part] + children.dropFirst(), range: range, marks: marks)
  }
}
