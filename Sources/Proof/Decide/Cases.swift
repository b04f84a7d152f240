import MatrixCalculus
import Notation

/// A side of a kink on which an argument may lie: where a function of every entry goes by the sign.
struct Case: Hashable {
  /// Of the question's programs.
  let program: Int
  /// The instruction that goes by the sign of its operand.
  let instruction: Int
  let isPositive: Bool
}

/// The cases of a question: which there may be, and which points met.
struct Cases {
  let question: Question
  /// Those that no point met so far, in the order of the instructions.
  private(set) var open: [Case] = []

  init(_ question: Question) {
    self.question = question
    for (index, program) in question.programs.enumerated() {
      open += Self.possible(index, program)
    }
  }

  /// The cases that neither what is declared nor the form excludes.
  private static func possible(_ index: Int, _ program: Program) -> [Case] {
    let kinks = program.instructions.indices.filter {
      program.instructions[$0].hasKink && !program.isMagnitudeInLogarithms($0)
    }
    guard !kinks.isEmpty else { return [] }
    let enclosures = Enclosures(program)
    return kinks.flatMap { kink in
      let operand = program.instructions[kink].operands[0]
      let (interval, form) = (enclosures[operand], signs(program.origin(operand)))
      let signs = [
        (true, interval.high > 0 && !form.isNeverPositive),
        (false, interval.low < 0 && !form.isNeverNegative),
      ]
      return signs.filter(\.1).map { Case(program: index, instruction: kink, isPositive: $0.0) }
    }
  }

  private static func signs(
    _ argument: Expression?
  ) -> (isNeverNegative: Bool, isNeverPositive: Bool) {
    guard let argument, argument.treeSize(limit: 512) < 512 else { return (false, false) }
    var reader = SignReader()
    if reader.sign(of: argument) > .unknown { return (true, false) }
    let opposites = [argument.opposite, (-argument).simplified]
    return (false, opposites.contains { reader.sign(of: $0) > .unknown })
  }

  /// Takes note of the cases a point meets.
  mutating func meet(_ sized: SizedQuestion, _ exact: [SeriesMatrix<Fraction>]) {
    guard !open.isEmpty else { return }
    let values = exact.map { matrix in
      SeriesMatrix(
        rows: matrix.rows, columns: matrix.columns,
        matrix.coefficients.map(FractionArithmetic().double))
    }
    let met = Dictionary(grouping: open, by: \.program).flatMap { program, cases in
      let signs = CaseValues(sized, program)
      let results = signs.results(values, through: cases.map(\.instruction).max() ?? 0)
      return cases.filter { signs.reach($0, results) > 0 }
    }
    open.removeAll(where: Set(met).contains)
  }

  /// Leaves out a case that lies where a side has no value.
  mutating func drop(_ outside: Case) { open.removeAll { $0 == outside } }

  /// Leaves a case out that cannot depend on the variables for these sizes.
  mutating func dropConstants(_ sized: SizedQuestion) {
    open.removeAll { CaseValues(sized, $0.program).isConstant($0) }
  }

  /// That no point of a case was found, in words.
  func neverMet(_ open: Case) -> String {
    let program = question.programs[open.program]
    let step = program.instructions[open.instruction]
    let argument = program.origin(step.operands[0]).flatMap { argument in
      let isReadable = argument.letters.isEmpty && argument.treeSize(limit: 64) < 64
      return isReadable ? argument.text : nil
    }
    let sign = open.isPositive ? "> 0" : "< 0"
    return "the case \(argument ?? "argument") \(sign) was never met"
  }
}

/// The values of one of a question's programs in floating-point numbers, for the arguments of its cases.
struct CaseValues {
  private let plan: Plan

  init(_ sized: SizedQuestion, _ program: Int) {
    plan = sized.plans[program]
  }

  func results(
    _ values: [SeriesMatrix<Double>], through last: Int
  ) -> [SeriesMatrix<Double>?] {
    Evaluation(plan, DoubleArithmetic(), order: 0).results(values, through: last)
  }

  /// How far the argument of a case lies on its side: the largest of its entries, or of their opposites; −∞ where
  /// it has no value.
  func reach(_ open: Case, _ results: [SeriesMatrix<Double>?]) -> Double {
    let operand = plan.program.instructions[open.instruction].operands[0]
    let argument = results[operand]?.coefficients.filter(\.isFinite) ?? []
    return argument.map { open.isPositive ? $0 : -$0 }.max() ?? -.infinity
  }

  func isConstant(_ open: Case) -> Bool {
    var (stack, seen) = ([open.instruction], Set<Int>())
    while let next = stack.popLast() {
      guard seen.insert(next).inserted, plan.live[next] else { continue }
      if case .input = plan.program.instructions[next].operation { return false }
      stack += plan.sources(next)
    }
    return true
  }

  /// Whether all that the program computes has a value.
  func isDefined(_ values: [SeriesMatrix<Double>]) -> Bool {
    let last = plan.program.roots.max() ?? 0
    let results = results(values, through: last)
    return plan.program.roots.allSatisfy {
      results[$0]?.coefficients.allSatisfy(\.isFinite) ?? false
    }
  }
}

extension Program {
  /// What an instruction stands for, with the arguments of functions put for the letters of their formulas.
  func origin(_ index: Int) -> Expression? {
    var origin = origins[index]
    for _ in 0..<4 {
      guard let current = origin, current.treeSize(limit: 512) < 512 else { return nil }
      let letters = current.letters
      if letters.isEmpty { break }
      let arguments = letters.compactMap { letter in
        Int(letter.name.dropFirst()).flatMap { origins[$0] }.map { (letter, $0) }
      }
      origin = current.substituting(Dictionary(arguments) { first, _ in first })
    }
    return origin
  }
}

extension Expression {
  /// The opposite, of a sum that of each term.
  fileprivate var opposite: Expression {
    operation == .sum ? .sum(operands.map(\.negated)) : negated
  }

  /// The stand-ins for arguments in the formula of a function.
  var letters: [Variable] { variables.filter { $0.name.hasPrefix("\0") } }
}

extension Program {
  /// Whether an absolute value is only taken the logarithm of, as in logdet: log |u| is the real part of one
  /// analytic function, so that what holds of its sums where u is positive holds where it is negative.
  fileprivate func isMagnitudeInLogarithms(_ index: Int) -> Bool {
    guard instructions[index].operation == .entrywise(.abs), !roots.contains(index) else {
      return false
    }
    let users = instructions.filter { $0.operands.contains(index) }
    return !users.isEmpty && users.allSatisfy { $0.operation == .entrywise(.log) }
  }
}

extension Program.Instruction {
  var hasKink: Bool {
    switch operation {
    case .entrywise(.abs), .entrywise(.sign), .entrywise(.step): true
    default: false
    }
  }
}
