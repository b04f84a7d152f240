import MatrixCalculus

/// A hash that is the same in every process, unlike the standard library's.
///
/// Source: G. Fowler, L. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm", variant 1a with
/// 64 bits; numbers are taken in as words.
struct Fingerprint {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ word: Int) {
    value = (value ^ UInt64(bitPattern: Int64(word))) &* 0x100_0000_01b3
    value ^= value >> 29
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(Int(byte)) }
    add(-1)
  }

  mutating func add(_ number: Rational) {
    add(number.numerator)
    add(number.denominator)
  }
}

extension Program {
  /// A number that depends on nothing but what is computed.
  var fingerprint: UInt64 {
    var hash = Fingerprint()
    for variable in variables {
      hash.add(variable.name)
      hash.add(Int(variable.properties.rawValue))
    }
    for dimension in dimensions { hash.add(dimension.description) }
    for step in instructions {
      add(step.operation, to: &hash)
      for index in step.operands + [step.rows, step.columns] { hash.add(index) }
    }
    return hash.value
  }

  private func add(_ operation: Operation, to hash: inout Fingerprint) {
    switch operation {
    case .number(let value), .fill(let value):
      hash.add(1)
      hash.add(value)
    case .size(let dimension): hash.add(dimension.description)
    case .input(let index): hash.add(2 + index)
    case .eye: hash.add(-2)
    case .sum: hash.add(-3)
    case .product(let scalars): hash.add(-100 - scalars)
    case .hadamard: hash.add(-4)
    case .transpose: hash.add(-5)
    case .power: hash.add(-6)
    case .matrixPower: hash.add(-7)
    case .entrywise(let function): hash.add("\(function)")
    case .whole(let function): hash.add("\(function)")
    }
  }
}
