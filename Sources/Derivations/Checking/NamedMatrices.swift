import Backprop
import Diagnostics
import MatrixCalculus
import Proof

/// Jacobians and Hessians in letters.
extension PageSession {
  /// Matrices of derivatives as they are shown: long ones in the letters of the layers, with T for what else they
  /// share, confirmed by the kernel; as they are where letters make them no shorter.
  func inLetters(
    _ values: [Expression], of function: Function, at location: SourceLocation
  ) -> (bodies: [Shown], definitions: [Shown]) {
    let plain = (values.map { show($0) }, [Shown]())
    guard values.contains(where: { !Showing.isBrief($0) }), isSharingKept(values) else {
      return plain
    }
    let layers = (try? layers(of: function, at: location)) ?? []
    let forms = [NamedForm(values, []), NamedForm(values, letterDefinitions(layers))]
      .map(\.withSharedParts)
      .filter { !$0.definitions.isEmpty && stands($0, for: values) }
      .map { form in
        (form.bodies.map { show.lettered($0) }, form.definitions.map { show.definition($0) })
      }
    return ([plain] + forms).min { Self.length($0) < Self.length($1) } ?? plain
  }

  /// Whether a matrix is small enough to be looked at for what it shares.
  private func isSharingKept(_ values: [Expression]) -> Bool {
    values.allSatisfy { $0.nodeCount(limit: Showing.limit) < Showing.limit }
  }

  private func stands(_ form: NamedForm, for values: [Expression]) -> Bool {
    zip(form.closed, values).allSatisfy { closed, value in
      closed == value || prover.confirm(.identity(closed, value)) == .confirmed
    }
  }

  private static func length(_ shown: (bodies: [Shown], definitions: [Shown])) -> Int {
    (shown.bodies + shown.definitions).map(\.text.count).reduce(0, +)
  }
}

extension NamedForm {
  /// With letters also for what the bodies share.
  var withSharedParts: NamedForm {
    let shared = NamedForm(sharing: bodies) { Variable("⟨T\($0)⟩", $1) }
    return NamedForm(shared.bodies, definitions + shared.definitions)
  }

  /// How many nodes its bodies and definitions have, written out as trees.
  var size: Int {
    (bodies + definitions.map(\.value)).map { $0.treeSize(limit: 4_000) }.reduce(0, +)
  }
}
