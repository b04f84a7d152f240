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
    // The product of many numbers is the determinant of their diagonal matrix.
    case .whole(.determinant), .whole(.adjugate):
      let rows = program.dimensions[program.instructions[step.operands[0]].rows]
      return Degree.times(x[0], rows.count ?? 1)
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

  /// The highest power of a matrix where one may be nilpotent: of a strict triangle it is zero only up to as many
  /// rows.
  var nilpotence: Int {
    guard programs.contains(where: \.hasTriangles) else { return 0 }
    return programs.reduce(0) { max($0, $1.highestPower) }
  }
}

extension Question {
  /// Why a claim that holds for all sizes that are tried may be false for others; nil where they suffice.
  var tooManySizes: String? {
    if sizeDegree > Prover.mostSizeDegree {
      return "sizes stand as numbers to degree \(sizeDegree), of which too many vanish"
    }
    if nilpotence > Prover.mostSizeDegree {
      return "the power \(nilpotence) of a triangle may be zero for all sizes that can be tried"
    }
    return nil
  }
}

extension Program {
  fileprivate var hasTriangles: Bool {
    variables.contains { !$0.properties.isDisjoint(with: [.lowerTriangular, .upperTriangular]) }
      || instructions.contains { $0.operation == .whole(.lowerTriangle) }
  }

  fileprivate var highestPower: Int {
    instructions.reduce(0) { highest, step in
      guard case .matrixPower = step.operation,
        case .number(let exponent) = instructions[step.operands[1]].operation
      else { return highest }
      return max(highest, exponent.numerator)
    }
  }
}
