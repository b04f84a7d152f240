import MatrixCalculus
import Testing

@testable import Proof

@Suite struct SizesTests {
  private let n = Letters.n
  private let m = Letters.m
  private let k = Letters.k

  @Test func drawnSizesAreDistinctAndOrdered() throws {
    let choice = SizeChoice(
      dimensions: [k, n, m, Dimension(6)], [SizeOrder(k, atMost: n), SizeOrder(n, atMost: m)])
    for seed in 0..<20 {
      var generator = SplitMix64(seed: UInt64(seed))
      let sizes = try #require(choice.drawn(from: 5, using: &generator))
      #expect(Set(sizes.values) == [5, 7, 8], "6 is a size given as a number")
      let (first, second, third) = (sizes["k"] ?? 0, sizes["n"] ?? 0, sizes["m"] ?? 0)
      #expect(first < second && second < third)
    }
  }

  @Test func differencesOfSizesStayPositive() throws {
    let choice = SizeChoice(dimensions: [n, m, n - m], [])
    var generator = SplitMix64(seed: 3)
    for _ in 0..<20 {
      let sizes = try #require(choice.drawn(from: 5, using: &generator))
      #expect((sizes["n"] ?? 0) > (sizes["m"] ?? 0))
    }
  }

  @Test func smallSizesAscend() {
    let choice = SizeChoice(dimensions: [n, m], [SizeOrder(m, atMost: n)])
    let texts = choice.ascending(limit: 2).map { "\($0["n"] ?? 0),\($0["m"] ?? 0)" }
    #expect(texts == ["1,1", "2,1", "2,2"])
  }

  @Test func contradictoryOrdersLeaveNoChoice() {
    let choice = SizeChoice(dimensions: [n], [SizeOrder(n + .one, atMost: n)])
    var generator = SplitMix64(seed: 3)
    #expect(choice.drawn(from: 5, using: &generator) == nil)
    let claim = Claim.identity(Letters.A.e, Letters.A.e + .zeros(Letters.A.shape))
    let prover = Prover(orders: [SizeOrder(n + .one, atMost: n)]) { _, _ in nil }
    #expect(prover.decide(claim).verdict == .undecided)
    #expect(
      prover.decide(claim).tried == [
        "the normal forms are not equal",
        "in the field of 2⁶¹−1 elements: no sizes satisfy what is declared",
        "by balls: no sizes satisfy what is declared",
      ])
  }

  @Test func longChainsOfSizesStaySmall() throws {
    let names = (0..<200).map { Dimension("d\($0)") }
    var generator = SplitMix64(seed: 3)
    let sizes = try #require(SizeChoice(dimensions: names, []).drawn(from: 5, using: &generator))
    #expect(sizes.count == 200)
    #expect(sizes.values.allSatisfy { (5...12).contains($0) })
  }
}
