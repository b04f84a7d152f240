import Diagnostics
import MatrixCalculus
import Notation
import Proof

/// A formula with bytes or tokens damaged: it is refused, or read as something that is told from the whole
/// one wherever its value differs.
struct DamageTrial {
  enum Outcome: String, CaseIterable {
    case refused, sameValue = "same value", told = "told from the whole one"
    case accepted = "accepted though its value changed"
  }

  let outcome: Outcome
  let tex: String

  init(_ expression: Expression, _ tex: String, _ names: ReadingNames, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    self.tex = Self.damaged(tex, &random)
    guard let read = try? names.expression(self.tex), read.shape == expression.shape else {
      outcome = .refused
      return
    }
    if read == expression {
      outcome = .sameValue
      return
    }
    let claim = Claim.identity(read, expression)
    guard Prover().decide(claim).verdict.holds else {
      outcome = .told
      return
    }
    // Another judge, at other points and without normal forms.
    var other = Prover(normalForm: { _, _ in nil })
    other.salt = 0x5EED
    outcome = other.decide(claim).verdict == .refuted ? .accepted : .sameValue
  }

  /// One to three changes of bytes or of tokens.
  private static func damaged(_ tex: String, _ random: inout SplitMix64) -> String {
    var parts = random.below(2) == 0 ? tex.utf8.map { [$0] } : tokens(tex)
    for _ in 0...random.below(3) where !parts.isEmpty {
      let (place, other) = (random.below(parts.count), random.below(parts.count))
      switch random.below(5) {
      case 0: parts.remove(at: place)
      case 1: parts.insert(parts[other], at: place)
      case 2: parts.swapAt(place, other)
      case 3: parts[place] = parts[other]
      default: parts.insert(Array(spare[random.below(spare.count)].utf8), at: place)
      }
    }
    return String(decoding: parts.joined(), as: UTF8.self)
  }

  private static let spare = [
    "-", "+", "^T", "^2", "'", "{", "}", "(", ")", "2", "x", "A", #"\frac"#, "_i", "|", #"\sum"#,
    #"\odot"#, " ", "=", #"\left("#, "é", "\u{0}", "&", #"\\"#,
  ]

  /// Commands, and single bytes.
  private static func tokens(_ tex: String) -> [[UInt8]] {
    var tokens: [[UInt8]] = []
    for byte in tex.utf8 {
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      if isLetter, let last = tokens.last, last.first == UInt8(ascii: "\\"),
        last.count == 1 || last.last.map({ ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }) == true
      {
        tokens[tokens.count - 1].append(byte)
      } else {
        tokens.append([byte])
      }
    }
    return tokens
  }
}
