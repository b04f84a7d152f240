/// The part of a monomial that is compared: factors under canonical names of their indices.
struct Pattern: Hashable, Sendable {
  /// The factors, sorted, as numbers: atom, exponent, indices.
  let code: [Int]
}

/// A pattern with what it takes to be that of a monomial.
struct SignedPattern {
  let pattern: Pattern
  /// −1 where the indices of an odd number of skew factors were exchanged; 0 where the monomial is its own
  /// negative, as Σᵢⱼ xᵢ K[i,j] xⱼ is for skew K.
  var sign: Int
}

/// Gives the indices of a monomial names that do not depend on how it was built.
///
/// Colours are refined by what factors join (as in the Weisfeiler–Leman test); where several indices
/// keep one colour, each in turn is singled out and the least code wins, within a budget.
///
/// Source: B. McKay, A. Piperno, "Practical graph isomorphism, II" (2014), §2.
struct Labelling {
  private let monomial: Monomial
  /// A number for each atom with its exponent.
  private let kinds: [Int]
  private let dimensions: [Int]
  private var budget: Int

  /// The canonical pattern of a monomial; nil if finding it would take too much work.
  ///
  /// - Parameter budget: how often a factor may be looked at; what was used is taken off.
  static func pattern(
    of monomial: Monomial, kinds: [Int], dimensions: [Int], budget: inout Int
  ) -> SignedPattern? {
    var labelling = Labelling(
      monomial: monomial, kinds: kinds, dimensions: dimensions, budget: budget)
    defer { budget = labelling.budget }
    return labelling.least(labelling.initialColours).map {
      SignedPattern(pattern: Pattern(code: $0.code), sign: $0.sign)
    }
  }

  private var initialColours: [Int] {
    monomial.dimensions.indices.map { index in
      mix(dimensions[index], (index == monomial.row ? 1 : 0) + (index == monomial.column ? 2 : 0))
    }
  }

  private mutating func least(_ colours: [Int]) -> (code: [Int], sign: Int)? {
    let refined = refine(colours)
    guard budget > 0 else { return nil }
    guard let tied = smallestTie(refined) else { return code(refined) }
    var best: (code: [Int], sign: Int)?
    for index in tied {
      var chosen = refined
      chosen[index] = mix(refined[index], -1)
      guard let found = least(chosen) else { return nil }
      guard let known = best else {
        best = found
        continue
      }
      if found.code == known.code, found.sign != known.sign { best = (known.code, 0) }
      if found.code.lexicographicallyPrecedes(known.code) { best = found }
    }
    return best
  }

  /// Colours that tell apart all that one round more of looking at neighbours would tell apart.
  private mutating func refine(_ colours: [Int]) -> [Int] {
    var colours = colours
    var count = Set(colours).count
    budget -= monomial.factors.count + 1
    while count < colours.count, budget > 0 {
      budget -= monomial.factors.count
      let next = refinedOnce(colours)
      let nextCount = Set(next).count
      if nextCount == count { break }
      (colours, count) = (next, nextCount)
    }
    return colours
  }

  private func refinedOnce(_ colours: [Int]) -> [Int] {
    var gathered = colours
    for (factor, kind) in zip(monomial.factors, kinds) {
      let seen = factor.indices.map { colours[$0] }
      let whole = (factor.isUnordered ? seen.sorted() : seen).reduce(kind, mix)
      for (position, index) in factor.indices.enumerated() {
        gathered[index] &+= mix(whole, factor.isUnordered ? colours[index] : position)
      }
    }
    return zip(colours, gathered).map { mix($0, $1) }
  }

  /// The indices of the least colour that several share.
  private func smallestTie(_ colours: [Int]) -> [Int]? {
    Dictionary(grouping: colours.indices) { colours[$0] }
      .filter { $0.value.count > 1 }
      .min { $0.key < $1.key }?.value
  }

  /// The sorted factors, with each index named by the rank of its colour.
  private func code(_ colours: [Int]) -> (code: [Int], sign: Int) {
    let order = colours.indices.sorted { colours[$0] < colours[$1] }
    var rank = Array(repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { rank[index] = place }
    var sign = 1
    let factors = zip(monomial.factors, kinds)
      .map { factor, kind in
        let names = factor.indices.map { rank[$0] }
        if factor.isSkew, names[0] > names[1] { sign = -sign }
        return [kind] + (factor.isUnordered ? names.sorted() : names)
      }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let ends = [monomial.row, monomial.column].map { $0.map { rank[$0] } ?? -1 }
    return (ends + order.map { dimensions[$0] } + factors.flatMap { [$0.count] + $0 }, sign)
  }

  /// Two numbers made into one that rarely coincides with another's.
  ///
  /// Source: G. Steele et al., "Fast Splittable Pseudorandom Number Generators" (2014), the finalizer.
  private func mix(_ a: Int, _ b: Int) -> Int {
    var x = UInt64(bitPattern: Int64(a)) &* 0x9E37_79B9_7F4A_7C15
    x ^= UInt64(bitPattern: Int64(b)) &+ 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(Int64(bitPattern: x ^ (x >> 31)))
  }
}
