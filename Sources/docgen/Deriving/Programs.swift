import Derivations
import Diagnostics
import Notation

extension Answer {
  /// The function and its gradients in one language, with what a program needs to run them.
  ///
  /// - Throws: `unsupported` where the language cannot say one of them.
  func program(_ target: CodeTarget) throws(Diagnostic) -> String {
    let blocks = result.blocks.sorted { $0.key < $1.key }.map(\.value)
    if blocks.contains(where: \.lacksProgram) {
      throw Diagnostic(
        .unsupported,
        "there is no program for the derivative: it is too long, or has no formula as a matrix",
        hint: "derive a part of it, or along a direction, as in --along V")
    }
    var functions: [String] = []
    for listing in blocks.joined().compactMap(\.program).flatMap(\.listings)
    where listing.target == target {
      guard let text = listing.text else {
        throw Diagnostic(
          .unsupported, listing.gap ?? "\(target.title) cannot say this",
          hint: "choose another language, or write the function another way")
      }
      if !functions.contains(text) { functions.append(text) }
    }
    guard !functions.isEmpty else {
      throw Diagnostic(.unsupported, "the formula is too long to be printed as a program")
    }
    let prelude = target.prelude(for: functions.joined(separator: "\n"))
    return ([prelude].filter { !$0.isEmpty } + functions).joined(separator: "\n\n") + "\n"
  }
}

extension [StatementResult] {
  /// Whether a statement derives something for which there is no program.
  fileprivate var lacksProgram: Bool {
    contains { if case .derivative = $0.content { true } else { false } }
      && allSatisfy { $0.program == nil }
  }
}
