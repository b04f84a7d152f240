import MatrixCalculus
import Notation

/// A place where a side may jump: where the argument of a sign or step is zero, or two of the entries whose
/// largest is taken are equal.
struct Jump: Hashable {
  /// Of the question's programs.
  let program: Int
  /// The instruction whose result jumps.
  let instruction: Int
  /// The instruction that computes the argument.
  let argument: Int
  /// The instruction that computes what is zero where the argument is: u of u³.
  let zero: Int
  /// What has to be left out where the claim is false there: `except where det(S) = 0`.
  let exception: String
  /// Whether the form or the declarations exclude it.
  let isExcluded: Bool
}

extension Question {
  /// The jumps of both sides, in the order of the instructions.
  ///
  /// Where a function that is differentiated has a kink, its derivative has no value, and a claim about it says
  /// nothing.
  var jumps: [Jump] {
    let kinks = Set((function?.kinks ?? []).map(\.zeroPart))
    return programs.enumerated().flatMap { index, program in
      program.jumps(index, besides: kinks)
    }
  }
}

extension Program {
  /// One for each argument; those of opposite arguments have the words of the first.
  fileprivate func jumps(_ number: Int, besides kinks: Set<Expression>) -> [Jump] {
    let enclosures = Enclosures(self)
    var seen: Set<Int> = []
    var words: [Expression: String] = [:]
    let places = Dictionary(origins.map { ($0.value, $0.key) }, uniquingKeysWith: min)
    return instructions.indices.compactMap { index in
      let step = instructions[index]
      guard step.isJump, seen.insert(step.operands[0]).inserted else { return nil }
      let part = origin(step.operands[0])?.zeroPart
      if let part, kinks.contains(part) { return nil }
      let exception = part.flatMap { words[$0.opposite] } ?? exception(index, part)
      if let part { words[part] = exception }
      return Jump(
        program: number, instruction: index, argument: step.operands[0],
        zero: entrywise(part, step).flatMap { places[$0] } ?? step.operands[0],
        exception: exception,
        isExcluded: !step.isTie && excludesZero(step.operands[0], part, enclosures))
    }
  }

  /// What is zero entry by entry where the argument of a jump is.
  private func entrywise(_ part: Expression?, _ step: Instruction) -> Expression? {
    let shape = origin(step.operands[0])?.shape
    return part.flatMap {
      !step.isTie && ($0.shape == shape || $0.shape.transposed == shape) ? $0 : nil
    }
  }

  private func excludesZero(
    _ argument: Int, _ origin: Expression?, _ enclosures: Enclosures
  ) -> Bool {
    let range = enclosures[argument]
    if range.low > 0 || range.high < 0 { return true }
    return origin.map { Condition.nonZero($0).follows(from: []) } ?? false
  }

  private func exception(_ index: Int, _ part: Expression?) -> String {
    let step = instructions[index]
    guard let part, part.isBrief, part.letters.isEmpty else {
      return step.isTie
        ? "except where two of the entries whose largest is taken are equal"
        : "except where the argument of a sign or step is 0"
    }
    let name = part.simplified.text
    if step.isTie { return "except where entries of \(name) are equal" }
    let isWhole = origin(step.operands[0])?.shape.isScalar ?? false
    return isWhole ? "except where \(name) = 0" : "except where an entry of \(name) is 0"
  }

  /// The arguments of functions that have a kink where they are zero.
  fileprivate var kinks: [Expression] {
    instructions.filter(\.hasKink).compactMap { origin($0.operands[0]) }
  }
}

extension Program.Instruction {
  fileprivate var isJump: Bool {
    [.entrywise(.sign), .entrywise(.step)].contains(operation) || isTie
  }

  var isTie: Bool { operation == .whole(.largest) }
}

extension Expression {
  /// What is zero where it is: without a number in front, the power, the norm or the function around it.
  fileprivate var zeroPart: Expression {
    var part = self
    while let next = part.factor ?? part.zeroArgument ?? part.normed,
      shape.isScalar || [shape, shape.transposed].contains(next.shape)
    {
      part = next
    }
    return part
  }

  /// What a number stands in front of, and x of x'x.
  private var factor: Expression? {
    guard operation == .product, let last = operands.last else { return nil }
    if operands[0].rational != nil {
      return operands.count == 2 ? last : .product(Array(operands.dropFirst()))
    }
    return operands.count == 2 && last.shape.isColumn && operands[0] == last.transposed ? last : nil
  }

  /// What the norm is taken of.
  private var normed: Expression? {
    guard shape.isScalar, case .call(let function) = operation else { return nil }
    return [MatrixFunction.norm1, .norm2, .normInf].contains(function) ? operands[0] : nil
  }

  fileprivate var opposite: Expression { isBrief ? negated.simplified : self }
}

/// What is zero at a jump.
struct JumpGaps<Numbers: Arithmetic> {
  /// So many pairs of entries are looked at for ties.
  private static var most: Int { 64 }

  let evaluation: Evaluation<Numbers>
  let jump: Jump

  init(_ sized: SizedQuestion, _ jump: Jump, _ numbers: Numbers) {
    let plan = sized.plans[jump.program]
    evaluation = Evaluation(plan, numbers, order: 0)
    self.jump = jump
  }

  /// The entries of the argument, or the differences of those among which the largest is taken; nil where it has
  /// no value.
  func callAsFunction(_ values: [SeriesMatrix<Numbers.Element>]) -> [Numbers.Element]? {
    let results = evaluation.results(values, through: jump.zero)
    guard let argument = results[jump.zero] else { return nil }
    let isTie = evaluation.plan.program.instructions[jump.instruction].isTie
    return isTie ? differences(argument) : argument.coefficients
  }

  private func differences(_ a: SeriesMatrix<Numbers.Element>) -> [Numbers.Element] {
    let numbers = evaluation.algebra.numbers
    var found: [Numbers.Element] = []
    for first in a.coefficients.indices where found.count < Self.most {
      for second in (first + 1)..<max(first + 1, (first / a.rows + 1) * a.rows) {
        found.append(numbers.subtract(a.coefficients[first], a.coefficients[second]))
      }
    }
    return found
  }
}
