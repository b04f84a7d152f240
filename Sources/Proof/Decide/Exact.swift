import Foundation
import MatrixCalculus

extension Prover {
  /// Compares both sides at random points of the prime field, for several choices of sizes.
  ///
  /// A claim that is false for these sizes passes at one point with a chance of at most d/p, where d
  /// is the degree of the difference. Square roots are symbols adjoined to the field, values of other
  /// functions unknowns. One real point is tried as well: a number that p divides is zero in the field
  /// only.
  ///
  /// Source: J. Schwartz, "Fast Probabilistic Algorithms for Verification of Polynomial Identities"
  /// (1980), Corollary 1.
  func exact(_ question: Question, seed: UInt64) -> Outcome {
    var generator = SplitMix64(seed: seed)
    let choice = SizeChoice(question.programs, orders)
    do throws(KernelError) {
      let base = try baseSize(question, choice)
      let generic = choice.generic(from: base, using: &generator)
      guard !generic.isEmpty else { return .undecided("no sizes satisfy what is declared") }
      var (degree, points, reason) = (0, 0, KernelError.singular)
      for sizes in generic {
        do throws(KernelError) {
          let sized = try SizedQuestion(question, sizes: sizes, budget)
          let agreed = try exactPoints(sized, using: &generator)
          guard let agreed else {
            return .different(Difference(sizes: sizes))
          }
          degree = max(degree, agreed.degree)
          points += pointCount(question)
        } catch {
          // Where there are more columns than rows, A′A has no inverse: the other order may do.
          guard error.isOfSizes else { throw error }
          reason = error
        }
      }
      guard points > 0 else { return .undecided(reason.description) }
      if let doubt = try realDoubt(question, choice, seed) { return doubt }
      return .equal(bound: bound(question, degree, of: points), points: points)
    } catch { return .undecided(error.description) }
  }

  /// Points for one choice of sizes: all kinds of orthogonal matrices are among them.
  private func pointCount(_ question: Question) -> Int {
    max(budget.points, question.reflections)
  }

  /// The degree of the difference, where both sides agree at several points; nil where they do not.
  private func exactPoints(
    _ sized: SizedQuestion, using generator: inout SplitMix64
  ) throws(KernelError) -> (degree: Int, roots: Int)? {
    var roots = 0
    for point in 0..<pointCount(sized.question) {
      if sized.isExtended {
        switch try formal(sized, reflections: point, using: &generator) {
        case .equal(let adjoined): roots = max(roots, adjoined)
        case .apart: return nil
        case .unknown: throw .notFormal
        }
      } else if try !agrees(sized, reflections: point, using: &generator) {
        return nil
      }
    }
    return (Degree.times(sized.degree.total, sized.isExtended ? 4 << roots : 1), roots)
  }

  /// The number of roots adjoined at a point where both sides agree; nil where they do not.
  func formalRoots(
    _ sized: SizedQuestion, reflections: Int, using generator: inout SplitMix64
  ) throws(KernelError) -> Int? {
    let found = try formal(sized, reflections: reflections, using: &generator)
    return if case .equal(let roots) = found { roots } else { nil }
  }

  /// What values of functions that are unknowns, and roots that are symbols, say of both sides at a point.
  private enum Formal {
    /// With so many roots.
    case equal(roots: Int)
    /// The difference is not zero and neither has roots in it nor depends on the values of functions.
    case apart
    /// They differ for some values, which says nothing.
    case unknown
  }

  /// An element of the extension is N/D with N and D of degree d at most, a root counting half its
  /// radicand; its coefficients have degrees below 2ᵏ⁺¹ d for k roots; entries drawn as squares double
  /// them.
  private func formal(
    _ sized: SizedQuestion, reflections: Int, using generator: inout SplitMix64
  ) throws(KernelError) -> Formal {
    for _ in 0..<budget.redraws {
      let maker = PointMaker(uniform: sized.sizes, reflections: reflections)
      do throws(KernelError) {
        let drawn = try sized.point(maker, using: &generator)
        let (point, roots) = drawn.squaring(sized.question.squareVariables, in: PrimeField())
        let seeds = [generator.next(), generator.next()]
        let numbers = ExtendedField(roots: roots, seed: seeds[0])
        let difference = try difference(sized, point, numbers)
        if difference.allSatisfy({ $0 == numbers.zero }) {
          return .equal(roots: numbers.radicands.count)
        }
        guard numbers.radicands.isEmpty, roots.isEmpty else { return .unknown }
        let others = ExtendedField(seed: seeds[1])
        return try self.difference(sized, point, others) == difference ? .apart : .unknown
      } catch {
        guard error == .singular else { throw error }
      }
    }
    throw .singular
  }

  /// Left minus right.
  private func difference(
    _ sized: SizedQuestion, _ point: Point<UInt64>, _ numbers: ExtendedField
  ) throws(KernelError) -> [ExtendedField.Element] {
    let sides = Sides(question: sized, numbers: numbers)
    let (left, right) = try sides.contracted(point.map { [$0] })
    return zip(left.coefficients, right.coefficients).map(numbers.subtract)
  }

  /// What a real point says against a claim that is true in the field; nil where it agrees.
  private func realDoubt(
    _ question: Question, _ choice: SizeChoice, _ seed: UInt64
  ) throws(KernelError) -> Outcome? {
    var generator = SplitMix64(seed: seed &+ 4)
    var reason = KernelError.singular
    for sizes in choice.generic(from: 2, using: &generator) {
      do throws(KernelError) {
        let sized = try SizedQuestion(question, sizes: sizes, budget)
        switch try agreement(
          sized, Manner.stretches, [112, 448].filter { $0 <= max(budget.precision, 112) },
          using: &generator)
        {
        case .bits: return nil
        case .apart(let point): return .different(Difference(sizes: sizes, point: point))
        }
      } catch {
        if error == .exhausted { throw error }
        reason = error
      }
    }
    return try rationalDoubt(question, choice, &generator)
      ?? .some(.undecided("no real point: \(reason.description)"))
  }

  /// The same at a point of rational numbers, where balls do not tell what has no inverse; nil outside where
  /// there is none, nil inside where both sides agree.
  private func rationalDoubt(
    _ question: Question, _ choice: SizeChoice, _ generator: inout SplitMix64
  ) throws(KernelError) -> Outcome?? {
    for sizes in choice.generic(from: 2, using: &generator) {
      let sized = try SizedQuestion(question, sizes: sizes, budget)
      guard !sized.isExtended else { continue }
      for manner in Manner.plain {
        let numbers = FractionArithmetic(longest: 1 << 14)
        guard let point = try? realPoint(sized, manner, using: &generator),
          let (left, right) = try? Sides(question: sized, numbers: numbers).contracted(point),
          !numbers.isExhausted
        else { continue }
        let isApart = zip(left.coefficients, right.coefficients).contains(where: numbers.differ)
        return .some(isApart ? .different(Difference(sizes: sizes, point: point)) : nil)
      }
    }
    return nil
  }

  /// Sizes begin above the degree, as far as that is cheap: on smaller matrices products may commute
  /// by accident. The least that is allowed where there is no degree.
  private func baseSize(_ question: Question, _ choice: SizeChoice) throws(KernelError) -> Int {
    let least = affordableSize(question, choice, budget.leastSize, within: budget)
    var generator = SplitMix64(seed: 0)
    guard least == budget.leastSize, let sizes = choice.drawn(from: least, using: &generator) else {
      return least
    }
    let trial = try SizedQuestion(question, sizes: sizes, budget)
    let (degree, isPolynomial) = trial.degree
    let base = isPolynomial ? min(max(degree + 1, least), least + 4) : least
    return affordableSize(question, choice, base, within: budget)
  }

  /// The size from which on sizes are drawn, less where that takes more than the budget, as
  /// products of Kronecker do.
  func affordableSize(
    _ question: Question, _ choice: SizeChoice, _ base: Int, within budget: Budget
  ) -> Int {
    var generator = SplitMix64(seed: 0)
    for size in stride(from: base, through: 2, by: -1) {
      guard let sizes = choice.drawn(from: size, using: &generator) else { continue }
      if (try? SizedQuestion(question, sizes: sizes, budget)) != nil { return size }
    }
    return base
  }

  /// Whether both sides are equal at a random point of the field.
  func agrees(
    _ sized: SizedQuestion, reflections: Int, using generator: inout SplitMix64
  ) throws(KernelError) -> Bool {
    let maker = PointMaker(uniform: sized.sizes, reflections: reflections)
    for _ in 0..<budget.redraws {
      do {
        let point = try sized.point(maker, using: &generator)
        let (left, right) = try Sides(question: sized, numbers: PrimeField()).contracted(point)
        return left.coefficients == right.coefficients
      } catch .singular { continue }
    }
    throw .singular
  }

  /// In words, with the number rounded up to one digit.
  private func bound(_ question: Question, _ degree: Int, of total: Int) -> String {
    let properties = question.variables.map(\.properties)
    let orthogonal = properties.filter { $0.contains(.orthogonal) }.count
    let isFinite = properties.contains(where: \.isFinite)
    // Orthogonal matrices of both determinants are drawn in turn: each kind at one point at least.
    let points = orthogonal == 0 ? budget.points : budget.points / 2
    guard orthogonal <= 1, !isFinite, degree < Int(PrimeField.p) / 1_000 else {
      return "equal at \(pointCount(question)) points"
    }
    guard degree > 0 else { return "equal without any choice" }
    let chance = Double(points) * (log10(Double(degree)) - log10(Double(PrimeField.p)))
    let each = total > pointCount(question) ? " for each choice of sizes" : ""
    return "wrong with chance below \(Self.roundedUp(chance)) (degree \(degree), \(points) "
      + (points == 1 ? "point" : "points") + each + ")"
  }

  /// The power of ten with that exponent, rounded up to one digit: `3e-53`.
  static func roundedUp(_ exponent: Double) -> String {
    let whole = exponent.rounded(.down)
    // The margin covers the rounding of the logarithm.
    let digit = (pow(10, exponent - whole) + 1e-9).rounded(.up)
    return digit >= 10 ? "1e\(Int(whole) + 1)" : "\(Int(digit))e\(Int(whole))"
  }
}

extension Point where Element == UInt64 {
  /// With the entries of some values squared, and their roots by their squares.
  fileprivate func squaring(
    _ variables: [Int], in field: PrimeField
  ) -> (Point, [UInt64: UInt64]) {
    var (values, roots) = (values, [UInt64: UInt64]())
    for variable in variables {
      for entry in values[variable].coefficients.indices {
        let root = values[variable].coefficients[entry]
        let square = field.multiply(root, root)
        values[variable].coefficients[entry] = square
        roots[square] = root
      }
    }
    return (Point(values: values, directions: directions), roots)
  }
}
