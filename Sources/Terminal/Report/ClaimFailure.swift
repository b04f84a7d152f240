import Derivations
import Diagnostics
import Proof

extension CheckedClaim {
  /// What there is to say about a claim that does not stand.
  var failure: Diagnostic {
    switch judgement.verdict {
    case .proved, .verified: unexpectedlyTrue
    case .refuted: refuted
    case .undecided: undecided
    case .unreadable: unreadable
    }
  }

  /// Of an identity the side with the mistake is marked; the other one is what it should be.
  private var refuted: Diagnostic {
    let isOther = judgement.cause?.replaced != nil
    return Diagnostic(
      .refuted, "the claimed \(subject) is wrong", at: judgement.cause?.location ?? location,
      notes: [
        isOther ? .init("derived", claimed) : derivedNote,
        judgement.cause.map { .init("cause", $0.text) },
        judgement.witness.map { .init("witness", (isOther ? $0.exchanged : $0).inWords) },
        conditionsNote,
        fix.map { .init("fix", $0) },
      ]
      .compactMap { $0 })
  }

  private var undecided: Diagnostic {
    let tried: Diagnostic.Note? =
      judgement.tried.isEmpty
      ? nil : .init("tried", judgement.tried.joined(separator: "\n"))
    return Diagnostic(
      .undecided, "the claimed \(subject) is neither proved nor refuted", at: location,
      hint: "state a condition that decides it, such as x > 0, or claim it in smaller steps",
      notes: [derivedNote, tried, conditionsNote].compactMap { $0 })
  }

  private var unreadable: Diagnostic {
    let message = "the claimed \(subject) cannot be read"
    return Diagnostic(
      .unreadable, message + (trouble.map { ": \($0.message)" } ?? ""),
      at: trouble?.location ?? location, hint: trouble?.hint, notes: trouble?.notes ?? [])
  }

  private var unexpectedlyTrue: Diagnostic {
    Diagnostic(
      .unexpectedlyTrue,
      "the \(subject) is declared refuted, but it is \(judgement.verdict.rawValue)",
      at: location, hint: "remove 'refuted', or state the mistake that was meant",
      notes: [derivedNote, reason.map { .init("because", $0) }].compactMap { $0 })
  }

  /// The derived side and where it comes from.
  private var derivedNote: Diagnostic.Note? {
    guard let derived else { return nil }
    let source = origin.map { "        from \($0.path):\($0.line) (\(of))" } ?? ""
    return .init("derived", derived + source)
  }

  private var conditionsNote: Diagnostic.Note? {
    judgement.conditions.isEmpty
      ? nil : .init("given", judgement.conditions.joined(separator: ", "))
  }
}
