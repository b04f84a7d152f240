import Diagnostics
import Testing

@testable import Notation

/// Reading is total: whatever a page holds is read or refused with places inside of it.
@Suite struct LaTeXDamageTests {
  private static let formulas = [
    #"\nabla_W F = (W^T)(2(W^TWx - x))x^T + 2(Wx)(W^TWx - x)^T"#,
    #"\begin{align} \nabla_X F & = I^T V^T I^T \frac{1}{2}(Vss^T + \epsilon)^{-\frac{1}{2}} \bullet 2s \\ & = V^T \end{align}"#,
    #"\lVert W^TWx - x \rVert_2^2 + \sum{ \sqrt{Vss^T + \epsilon} }"#,
    #"\delta^{(l)} = \left( (W^{(l)})^T\delta^{(l+1)}\right) \bullet f'(z^{(l)})"#,
    #"\frac{\partial\operatorname{vec}F}{\partial(\operatorname{vec}X)^T} = B^T \otimes A"#,
    #"\frac{\partial^2 F}{\partial x\,\partial x^T} = \mathbf{1}[x > 0]\|x\|\,|y|"#,
    #"F(A; s) := \langle \hat{x}, \mathbf{y}\rangle, \quad\text{where } s = \begin{pmatrix} 1 & 2 \\ x & y \end{pmatrix}"#,
    #"dL = \mathrm{tr}\left[ (A+X)^{-\top} dX \right] \Rightarrow \hat\rho = \frac12\max(0, 1 - y \odot Xw)"#,
  ]

  private static let pieces = [
    "(", ")", "{", "}", "^", "_", "'", "&", #"\\"#, "|", #"\|"#, #"\left"#, #"\right"#, #"\frac"#,
    #"\sqrt["#,
    #"\begin{align}"#, #"\end{align}"#, "=", ":", "d", #"\partial"#, #"\nabla"#, #"\text{"#, "%",
    "$", "\u{0}", "é",
    "∇", #"\"#, "-", ",", #"\quad"#, #"\tag"#, #"\mathbf"#, #"\hat"#, #"\sum"#, #"\underbrace"#,
    "1", ".", "e^", "T",
  ]

  @Test(arguments: 0..<20)
  func damagedFormulasAreReadOrRefused(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<1000 {
      let text = Self.damaged(&random)
      let reading = LaTeXFixture.equations(text)
      let whole = 0..<text.utf8.count
      let ranges = reading.equations.flatMap { [$0.range] + $0.sides.map(\.range) }
      #expect(ranges.allSatisfy { whole.clamped(to: $0) == $0 || $0.isEmpty }, "\(text)")
      #expect(reading.diagnostics.allSatisfy { $0.location != nil }, "\(text)")
    }
  }

  private static func damaged(_ random: inout SplitMix) -> String {
    var bytes = Array(formulas[random.below(formulas.count)].utf8)
    for _ in 0...random.below(4) {
      let place = random.below(max(1, bytes.count))
      let other = random.below(max(1, bytes.count))
      switch random.below(5) {
      case 0 where !bytes.isEmpty: bytes.remove(at: place)
      case 1 where !bytes.isEmpty: bytes.insert(bytes[other], at: place)
      case 2 where !bytes.isEmpty: bytes.swapAt(place, other)
      case 3: bytes.removeSubrange(min(place, other)..<max(place, other))
      default:
        bytes.insert(
          contentsOf: pieces[random.below(pieces.count)].utf8, at: min(place, bytes.count))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A small generator with a fixed seed.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
