import Derivations
import Diagnostics
import Notation

extension Answer {
  /// The function and its gradients in one language, with what a program needs to run them.
  ///
  /// - Throws: `unsupported` where the language cannot say one of them.
  func program(_ target: CodeTarget) throws(Diagnostic) -> String {
    let statements = result.blocks.sorted { $0.key < $1.key }.flatMap(\.value)
    var parts = target.prelude.isEmpty ? [] : [target.prelude]
    for listing in statements.compactMap(\.program).flatMap(\.listings)
    where listing.target == target {
      guard let text = listing.text else {
        throw Diagnostic(
          .unsupported, listing.gap ?? "\(target.title) cannot say this",
          hint: "choose another language, or write the function another way")
      }
      if !parts.contains(text) { parts.append(text) }
    }
    guard parts.count > (target.prelude.isEmpty ? 0 : 1) else {
      throw Diagnostic(.unsupported, "the formula is too long to be printed as a program")
    }
    return parts.joined(separator: "\n\n") + "\n"
  }
}
