import MatrixCalculus

/// Expressions as a list of the kernel's own operations, each on the results of earlier ones.
///
/// Functions are replaced by their meaning, so that what is left are the few primitives. Shared parts
/// of the expressions are one instruction.
struct Program: Sendable {
  enum Operation: Hashable, Sendable {
    case number(Rational)
    /// A matrix whose entries are all that number.
    case fill(Rational)
    case size(Dimension)
    /// The variable of that index.
    case input(Int)
    case eye
    case sum
    /// The first operands are `1×1` and scale; the others are multiplied in order.
    case product(scalars: Int)
    case hadamard
    case transpose
    /// Entry by entry, with a `1×1` exponent.
    case power
    case matrixPower
    case entrywise(Function.Primitive)
    case whole(MatrixFunction.Primitive)
  }

  struct Instruction: Hashable, Sendable {
    let operation: Operation
    let operands: [Int]
    /// Indices into `dimensions`.
    let rows: Int
    let columns: Int
  }

  fileprivate(set) var instructions: [Instruction] = []
  fileprivate(set) var dimensions: [Dimension] = []
  fileprivate(set) var variables: [Variable]
  /// What each instruction stands for; of parts of a function's meaning what they are made of.
  private(set) var origins: [Int: Expression] = [:]
  /// The instructions whose results are the expressions' values.
  private(set) var roots: [Int] = []

  /// - Parameters:
  ///   - expressions: what is to be computed.
  ///   - variables: those that come first, in this order; others follow in the order of first use.
  /// - Complexity: O(n) for n distinct nodes.
  init(_ expressions: [Expression], variables: [Variable]) throws(KernelError) {
    var compiler = Compiler(variables)
    for expression in expressions { roots.append(try compiler.compile(expression)) }
    instructions = compiler.instructions
    dimensions = compiler.dimensions
    origins = compiler.origins
    self.variables = compiler.variables
  }
}

/// Translates expressions into instructions.
private struct Compiler {
  var instructions: [Program.Instruction] = []
  var dimensions: [Dimension] = []
  var variables: [Variable]
  private(set) var origins: [Int: Expression] = [:]
  private var slots: [Expression: Int] = [:]
  private var dimensionIndex: [Dimension: Int] = [:]
  private var variableIndex: [Variable: Int] = [:]

  init(_ variables: [Variable]) {
    self.variables = variables
    for (index, variable) in variables.enumerated() { variableIndex[variable] = index }
  }

  mutating func compile(_ expression: Expression) throws(KernelError) -> Int {
    for node in expression.postorder(unless: { slots[$0] != nil }) {
      let slot = try emit(node)
      slots[node] = slot
      // A function says more than the formula it abbreviates.
      if origins[slot] == nil || node.isCall { origins[slot] = node }
    }
    guard let slot = slots[expression] else { throw .undefined("an expression without value") }
    return slot
  }

  private mutating func emit(_ node: Expression) throws(KernelError) -> Int {
    let operands = node.operands.compactMap { slots[$0] }
    switch node.operation {
    case .number(let value): return add(.number(value), [], node.shape)
    case .size(let dimension): return add(.size(dimension), [], node.shape)
    case .variable(let variable): return add(.input(index(of: variable)), [], node.shape)
    case .eye: return add(.eye, [], node.shape)
    case .ones: return add(.fill(.one), [], node.shape)
    case .zeros: return add(.fill(.zero), [], node.shape)
    case .sum: return add(.sum, operands, node.shape)
    case .product: return addProduct(node, operands)
    case .hadamard: return add(.hadamard, operands, node.shape)
    case .transpose: return add(.transpose, operands, node.shape)
    case .power: return add(.power, operands, node.shape)
    case .matrixPower: return add(.matrixPower, operands, node.shape)
    case .apply(let function): return try apply(function, operands[0], node.shape)
    case .call(let function): return try call(function, node, operands)
    }
  }

  private mutating func add(
    _ operation: Program.Operation, _ operands: [Int], _ shape: Shape
  ) -> Int {
    instructions.append(
      Program.Instruction(
        operation: operation, operands: operands, rows: index(of: shape.rows),
        columns: index(of: shape.columns)))
    return instructions.count - 1
  }

  private mutating func index(of dimension: Dimension) -> Int {
    if let index = dimensionIndex[dimension] { return index }
    dimensionIndex[dimension] = dimensions.count
    dimensions.append(dimension)
    return dimensions.count - 1
  }

  /// Sizes are drawn so that all dimensions are one at least: here, so that what is selected exists.
  private mutating func require(_ skipped: Dimension, _ shape: Shape) {
    _ = index(of: skipped + .one)
    _ = index(of: shape.rows - skipped - shape.columns + .one)
  }

  private mutating func index(of variable: Variable) -> Int {
    if let index = variableIndex[variable] { return index }
    variableIndex[variable] = variables.count
    variables.append(variable)
    return variables.count - 1
  }

  private mutating func addProduct(_ node: Expression, _ operands: [Int]) -> Int {
    let factors = zip(operands, node.operands)
    let scalars = factors.filter { $0.1.shape.isScalar }.map(\.0)
    let chain = factors.filter { !$0.1.shape.isScalar }.map(\.0)
    return add(.product(scalars: scalars.count), scalars + chain, node.shape)
  }

  private mutating func apply(
    _ function: Function, _ argument: Int, _ shape: Shape
  ) throws(KernelError) -> Int {
    switch function.meaning {
    case .primitive(let primitive): add(.entrywise(primitive), [argument], shape)
    case .formula(let formula): try entrywise(formula, argument, shape)
    }
  }

  /// The formula of an entrywise function, for all entries at once.
  private mutating func entrywise(
    _ formula: Entrywise, _ z: Int, _ shape: Shape
  ) throws(KernelError) -> Int {
    switch formula {
    case .number(let value): return add(.fill(value), [], shape)
    case .constant(let value):
      let slot = try compile(value)
      return shape.isScalar
        ? slot : add(.product(scalars: 1), [slot, add(.fill(.one), [], shape)], shape)
    case .argument: return z
    case .result: throw .undefined("a function defined by its own result")
    case .sum(let a, let b):
      return add(.sum, [try entrywise(a, z, shape), try entrywise(b, z, shape)], shape)
    case .product(let a, let b):
      return add(.hadamard, [try entrywise(a, z, shape), try entrywise(b, z, shape)], shape)
    case .power(let base, let exponent):
      let operands = [try entrywise(base, z, shape), add(.number(exponent), [], .scalar)]
      return add(.power, operands, shape)
    case .apply(let function, let argument):
      return try apply(function, try entrywise(argument, z, shape), shape)
    }
  }

  /// A matrix function; its formula is compiled on stand-ins for the arguments, so that what lies
  /// below them is not walked again.
  private mutating func call(
    _ function: MatrixFunction, _ node: Expression, _ operands: [Int]
  ) throws(KernelError) -> Int {
    if let total = function.everywhere { return add(.whole(total), operands, node.shape) }
    switch function.meaning {
    case .primitive(let primitive):
      if case .selection(let skipped) = primitive { require(skipped, node.shape) }
      return add(.whole(primitive), operands, node.shape)
    case .formula(let formula):
      let standIns = zip(operands, node.operands).map { slot, operand in
        let standIn = Expression.variable(Variable("\u{0}\(slot)", operand.shape))
        slots[standIn] = slot
        return standIn
      }
      return try compile(formula(standIns))
    }
  }
}

extension Expression {
  fileprivate var isCall: Bool { if case .call = operation { true } else { false } }
}

extension Program {
  /// All names of sizes that matter, in the order of first use.
  var sizeNames: [String] {
    var seen: Set<String> = []
    let used =
      variables.flatMap { [$0.shape.rows, $0.shape.columns] } + dimensions + sizesAsNumbers
    return used.flatMap(\.names).filter { seen.insert($0).inserted }
  }

  /// The sizes that stand as numbers.
  var sizesAsNumbers: [Dimension] {
    instructions.compactMap {
      if case .size(let dimension) = $0.operation { dimension } else { nil }
    }
  }
}
