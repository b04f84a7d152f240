import MatrixCalculus
import Notation

/// Writes the steps of a derivation.
struct StepsFigures {
  let show: Showing
  let function: Shown
  let variable: Variable

  var title: Shown {
    let by = show(.variable(variable))
    return Shown(
      text: "gradient \(function.text) wrt \(by.text)",
      tex: #"\nabla_{\#(by.tex)} \#(function.tex)"#)
  }

  /// `F = sum(T2)`, with what the letters stand for.
  func composition(_ derivation: GradientSteps) -> Shown {
    show.with(
      .equation(function, show.lettered(derivation.function)),
      derivation.parts.map { show.definition($0) })
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

  private func partial(_ part: Variable) -> Shown {
    let by = show.lettered(.variable(part))
    return Shown(
      text: "d\(function.text)/d\(by.text)",
      tex: #"\frac{\partial \#(function.tex)}{\partial \#(by.tex)}"#)
  }
}
