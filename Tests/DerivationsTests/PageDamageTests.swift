import Diagnostics
import Foundation
import Pages
import Proof
import Testing

@testable import Derivations

/// Pages with random damage: whatever a page holds, checking ends and accuses no claim falsely.
@Suite struct PageDamageTests {
  /// A generator that gives the same numbers in every run.
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 33)
    }
  }

  private static let pages = [
    "chains", "definitions", "directives", "errors", "statements", "tables-reordered",
    "tables-misshapen", "tied-weights",
  ]

  private static let tokens = [
    "$", "$$", "|", "`", "```", "\n", "\\", "{", "}", "(", ")", "^", "_", "'", "=", "&",
    "<!-- check -->",
    "\\[", "\\]", "\\begin{align}", "\\end{align}", "\\frac", "T", "W", "0", "9999999999999999999",
    "∇", "é",
    "<!-- check: deltas F -->", "network F\n", "\u{0}", "\t", "> ",
  ]

  private static func damaged(_ text: String, _ dice: inout Dice) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &dice) {
      let start = Int.random(in: 0..<bytes.count, using: &dice)
      let end = min(bytes.count, start + Int.random(in: 0...4, using: &dice))
      let token = tokens.randomElement(using: &dice) ?? ""
      bytes.replaceSubrange(start..<end, with: Bool.random(using: &dice) ? Array(token.utf8) : [])
      if bytes.isEmpty { return " " }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: pages)
  func damagedPageIsCheckedToItsEnd(_ name: String) throws {
    let text = try String(
      contentsOf: goldens.appendingPathComponent(name + ".md"), encoding: .utf8)
    var dice = Dice(state: UInt64(text.utf8.count))
    for _ in 0..<2 {
      let damaged = Self.damaged(text, &dice)
      guard let page = try? Page.withRawFormulas(path: "p.md", bytes: Array(damaged.utf8)) else {
        continue
      }
      let result = PageChecker.check(page)
      #expect(result.claims.allSatisfy { $0.location.line >= 1 })
      #expect(result.claims.count >= result.claimsOfPiece.values.map(\.count).reduce(0, +))
    }
  }

  @Test(arguments: ["adopt-messy", "adopt-logreg", "adopt-kalman", "chains"])
  func damagedPageIsAdopted(_ name: String) throws {
    let text = try String(
      contentsOf: goldens.appendingPathComponent(name + ".md"), encoding: .utf8)
    var dice = Dice(state: UInt64(text.utf8.count))
    for _ in 0..<2 {
      let bytes = Array(Self.damaged(text, &dice).utf8)
      guard let page = try? Page.withRawFormulas(path: "p.md", bytes: bytes) else { continue }
      let adopted = Adopter.adopt(page)
      let displays = page.pieces.count { piece in
        if case .formula(let formula) = piece.kind { formula.isDisplay } else { false }
      }
      #expect(adopted.displays.count == displays)
    }
  }

  /// Two matrices of fixed numbers can tell a true identity from a false one: no claim about them may be
  /// judged otherwise than they say.
  @Test func randomIdentitiesAreJudgedAsNumbersJudgeThem() throws {
    var dice = Dice(state: 7)
    let atoms = ["A", "B", "A'", "B'", "2*A", "-B", "(A + B)", "(A - B)'", "A*B", "B'*A"]
    var statements: [String] = []
    for _ in 0..<40 {
      let sides = (0..<2).map { _ in
        (0..<Int.random(in: 1...2, using: &dice))
          .map { _ in atoms.randomElement(using: &dice) ?? "A" }
          .joined(separator: Bool.random(using: &dice) ? " + " : "*")
      }
      statements.append("\(sides[0]) == \(sides[1])")
    }
    let declarations = "A, B : (2, 2)\n"
    let claims = try check(derive(declarations + statements.joined(separator: "\n"))).claims
    #expect(claims.count == statements.count)
    for (claim, statement) in zip(claims, statements) {
      let sides = statement.components(separatedBy: " == ")
      let isTrue = Small.value(sides[0]) == Small.value(sides[1])
      #expect(claim.judgement.verdict.holds == isTrue, "\(statement)")
    }
  }
}

/// Sums and products of two matrices of whole numbers, by hand.
private struct Small: Equatable {
  var entries: [Int]

  /// Large enough and without pattern, so that no false identity of a few factors holds by accident.
  static let a = Small(entries: [3, -7, 11, 5])
  static let b = Small(entries: [-2, 13, 17, 4])

  static func value(_ text: String) -> Small {
    var rest = Substring(text.replacing(" ", with: ""))
    return sum(&rest)
  }

  private static func sum(_ rest: inout Substring) -> Small {
    var total = product(&rest)
    while let sign = rest.first, sign == "+" || sign == "-" {
      rest.removeFirst()
      let next = product(&rest)
      total = Small(
        entries: zip(total.entries, next.entries).map { sign == "+" ? $0 + $1 : $0 - $1 })
    }
    return total
  }

  private static func product(_ rest: inout Substring) -> Small {
    var result = factor(&rest)
    while rest.first == "*" {
      rest.removeFirst()
      result = result.times(factor(&rest))
    }
    return result
  }

  private static func factor(_ rest: inout Substring) -> Small {
    let first = rest.removeFirst()
    var value: Small
    switch first {
    case "-": return Small(entries: product(&rest).entries.map { -$0 })
    case "2":
      rest.removeFirst()
      return Small(entries: factor(&rest).entries.map { 2 * $0 })
    case "(":
      value = sum(&rest)
      rest.removeFirst()
    case "A": value = a
    default: value = b
    }
    while rest.first == "'" {
      rest.removeFirst()
      value = Small(entries: [
        value.entries[0], value.entries[2], value.entries[1], value.entries[3],
      ])
    }
    return value
  }

  private func times(_ other: Small) -> Small {
    let (x, y) = (entries, other.entries)
    return Small(entries: [
      x[0] * y[0] + x[1] * y[2], x[0] * y[1] + x[1] * y[3],
      x[2] * y[0] + x[3] * y[2], x[2] * y[1] + x[3] * y[3],
    ])
  }
}
