@testable import Proof

/// Ways to spoil a true formula, written without the search's own edits.
enum CauseSeed: String, CaseIterable {
  case missingTranspose, extraTranspose, sign, lostNumber, extraNumber, elementwise, matrixProduct
  case name, function, power, order, lostInverse, lostFactor

  /// The mistakes that say what was done.
  var mistakes: Set<Mistake> {
    switch self {
    case .missingTranspose, .extraTranspose: [.transpose, .layout]
    case .sign: [.sign]
    case .lostNumber: [.lostFactor, .number]
    case .extraNumber: [.extraFactor, .number]
    case .elementwise, .matrixProduct: [.product, .brackets]
    case .name: [.name, .layer]
    case .function: [.function]
    case .power: [.power]
    case .order: [.order, .layout]
    case .lostInverse: [.inverse]
    case .lostFactor: [.lostFactor, .slope]
    }
  }

  /// The spoiled texts, at most `most`.
  func spoiled(_ text: String, names: [String], most: Int = 4) -> [String] {
    Array(all(text, names).filter { $0 != text }.prefix(most))
  }

  private func all(_ text: String, _ names: [String]) -> [String] {
    switch self {
    case .missingTranspose: replaced(text, "'", "")
    case .extraTranspose:
      names.flatMap { name in
        words(text, name, notBefore: "'(").map { spliced(text, $0, name + "'") }
      }
    case .sign: replaced(text, " + ", " - ") + replaced(text, " - ", " + ")
    case .lostNumber: replaced(text, "2*", "")
    case .extraNumber: ["2*" + text]
    case .elementwise: replaced(text, ".*", "*")
    case .matrixProduct: replaced(text, "*", ".*").filter { !$0.contains("..*") }
    case .name:
      names.flatMap { name in
        words(text, name, notBefore: "(").flatMap { place in
          names.filter { $0 != name }.map { spliced(text, place, $0) }
        }
      }
    case .function:
      [
        ("sin(", "cos("), ("cos(", "sin("), ("tanh(", "sigmoid("), ("sigmoid(", "tanh("),
        ("step(", "relu("), ("exp(", "log("),
      ]
      .flatMap { replaced(text, $0.0, $0.1) }
    case .power: replaced(text, "^2", "^3") + replaced(text, ".^2", "")
    case .order: swapped(text, names)
    case .lostInverse: replaced(text, "inv(", "(")
    case .lostFactor:
      names.flatMap { name in replaced(text, "*\(name)'", "") + replaced(text, ".*\(name)", "") }
    }
  }

  /// The text with one occurrence at a time replaced.
  private func replaced(_ text: String, _ old: String, _ new: String) -> [String] {
    text.ranges(of: old).map { spliced(text, $0, new) }
  }

  private func spliced(_ text: String, _ range: Range<String.Index>, _ new: String) -> String {
    text.replacingCharacters(range, with: new)
  }

  /// Where a name stands by itself.
  private func words(_ text: String, _ name: String, notBefore: String) -> [Range<String.Index>] {
    text.ranges(of: name).filter { range in
      let before =
        range.lowerBound == text.startIndex ? " " : text[text.index(before: range.lowerBound)]
      let after = range.upperBound == text.endIndex ? " " : text[range.upperBound]
      return !before.isLetter && !before.isNumber && !after.isLetter && !after.isNumber
        && !notBefore.contains(after)
    }
  }

  /// `X'*y` for `y*X'`.
  private func swapped(_ text: String, _ names: [String]) -> [String] {
    let factors = names.flatMap { [$0, $0 + "'"] }
    return factors.flatMap { a in
      factors.flatMap { b in replaced(text, "*\(a)*\(b)*", "*\(b)*\(a)*") }
    }
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with new: String) -> String {
    self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
