/// The terms that an expression has when it is multiplied out.
enum Pieces {
  /// More terms than this do not come of one sum.
  private static let most = 32

  /// The terms; one where there is nothing to multiply out, nil where there are too many.
  static func of(_ x: Expression) -> [Expression]? {
    switch x.operation {
    case .sum: return joined(x.operands.map(of))
    case .product, .hadamard: return ofProduct(x)
    case .transpose: return of(x.operands[0])?.map(Simplifier.transpose)
    case .call(.sum), .call(.trace), .call(.rowSums), .call(.columnSums):
      return of(x.operands[0])?.map { Simplifier.node(x, [$0]) }
    default: return [x]
    }
  }

  private static func joined(_ parts: [[Expression]?]) -> [Expression]? {
    var all: [Expression] = []
    for part in parts {
      guard let part, all.count + part.count <= most else { return nil }
      all += part
    }
    return all
  }

  private static func ofProduct(_ x: Expression) -> [Expression]? {
    var products: [[Expression]] = [[]]
    for factor in x.operands {
      guard let pieces = of(factor), products.count * pieces.count <= most else { return nil }
      products = products.flatMap { product in pieces.map { product + [$0] } }
    }
    return products.count == 1 ? [x] : products.map { Simplifier.node(x, $0) }
  }
}
