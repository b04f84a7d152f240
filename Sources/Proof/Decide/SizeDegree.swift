import MatrixCalculus

/// The degree to which sizes stand as numbers in a program: a polynomial of that degree may vanish at as many
/// sizes without being zero.
struct SizeDegree {
  private var degrees: [Int] = []

  init(_ program: Program) {
    for step in program.instructions { degrees.append(degree(step, program)) }
  }

  /// The degree of an instruction's result.
  subscript(_ index: Int) -> Int { degrees[index] }

  private func degree(_ step: Program.Instruction, _ program: Program) -> Int {
    let x = step.operands.map { degrees[$0] }
    switch step.operation {
    case .size(let dimension): return dimension.names.isEmpty ? 0 : dimension.degree
    case .number, .fill, .input, .eye: return 0
    case .product, .hadamard: return x.reduce(0, Degree.plus)
    case .power, .matrixPower:
      guard case .number(let exponent) = program.instructions[step.operands[1]].operation else {
        return x.reduce(0, Degree.plus)
      }
      let times = max(exponent.numerator.magnitude / exponent.denominator.magnitude, 1)
      return Degree.times(x[0], Int(clamping: times))
    case .sum, .transpose, .entrywise, .whole: return x.max() ?? 0
    }
  }
}

extension Question {
  /// The degree of the difference of both sides in the sizes that stand as numbers.
  var sizeDegree: Int {
    guard hasSizes else { return 0 }
    return programs.reduce(0) { total, program in
      let degrees = SizeDegree(program)
      return program.roots.reduce(total) { Degree.plus($0, degrees[$1]) }
    }
  }
}
