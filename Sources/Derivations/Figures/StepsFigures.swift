import MatrixCalculus
import Notation

/// Writes the steps of a derivation.
struct StepsFigures {
  let show: Showing
  let function: Shown
  let variable: Variable

  /// `F = sum(T2)`, with what the letters stand for.
  func composition(_ lettered: Expression, _ parts: [Definition]) -> Shown {
    show.with(.equation(function, show.lettered(lettered)), parts.map { show.definition($0) })
  }

  /// `dT2 = A*dT1`, and for the function itself `dF = …`.
  func differential(_ step: DifferentialSteps.Step) -> Shown {
    let left = step.letter.map { show.lettered(.variable($0)) } ?? function.differential
    return .equation(left, show.lettered(step.differential))
  }

  /// `dF = …`.
  func differential(_ value: Expression) -> Shown {
    .equation(function.differential, show.lettered(value))
  }

  /// `dF/dT2 = 2*T1`, or `G2 = dF/dT2 = 2*T1` where the derivative has a letter.
  func derivative(_ step: GradientSteps.Step) -> Shown {
    let equation = Shown.equation(partial(step.part), show.lettered(step.derivative))
    return step.name.map { .equation(show.lettered(.variable($0)), equation) } ?? equation
  }

  /// `dF/dW = G3*x' with G3 = …`.
  func result(_ form: NamedForm) -> Shown {
    show.with(
      .equation(partial(variable), show.lettered(form.bodies[0])),
      form.definitions.map { show.definition($0) })
  }

  func result(_ gradient: Expression) -> Shown {
    .equation(partial(variable), show(gradient))
  }

  func partial(_ part: Variable) -> Shown {
    let by = show.lettered(.variable(part))
    return Shown(
      text: "d\(function.text)/d\(by.text)",
      tex: #"\frac{\partial \#(function.tex)}{\partial \#(by.tex)}"#)
  }
}

extension Shown {
  /// `dF`, or `d(A*x)`.
  fileprivate var differential: Shown {
    let isName = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return Shown(
      text: isName ? "d\(text)" : "d(\(text))",
      tex: #"\mathrm{d} "# + (isName ? tex : #"\left( \#(tex) \right)"#))
  }
}
