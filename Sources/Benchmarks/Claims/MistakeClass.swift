import Proof

/// The mistakes that are seeded into true claims.
enum MistakeClass: String, CaseIterable, Sendable {
  case transposed = "the whole transposed"
  case missingTranspose = "missing transpose"
  case extraTranspose = "extra transpose"
  case sign
  case lostFactor = "lost factor"
  case extraFactor = "extra factor"
  case elementwise = "elementwise for matrix product"
  case matrixProduct = "matrix for elementwise product"
  case missingSlope = "activation derivative missing"
  case tiedOnce = "tied weight counted once"
  case wrongVariable = "wrong variable"
  case wrongLayer = "wrong layer"
  case order = "order of a product"
  case number = "wrong number"
  case power = "wrong power"
  case function = "wrong function"
  case inverse = "lost inverse"

  /// The kinds of causes that name it.
  var mistakes: Set<Mistake> {
    switch self {
    case .transposed, .missingTranspose, .extraTranspose: [.transpose, .layout]
    case .sign: [.sign, .complement]
    // Of x.*x without one factor the square is missing.
    case .lostFactor: [.lostFactor, .number, .slope, .inverse, .power]
    case .extraFactor: [.extraFactor, .number, .power]
    case .elementwise, .matrixProduct: [.product, .brackets]
    case .missingSlope: [.slope, .lostFactor]
    // Where both places have the same share, a factor 2 is what is missing.
    case .tiedOnce: [.missingShare, .lostFactor, .number]
    case .wrongVariable: [.name, .otherAnswer, .layer]
    case .wrongLayer: [.layer, .name]
    case .order: [.order, .layout, .transpose]
    case .number: [.number, .lostFactor, .extraFactor, .power]
    case .power: [.power, .extraFactor, .lostFactor]
    case .function: [.function, .name]
    case .inverse: [.inverse, .power]
    }
  }
}
