extension NormalForm {
  /// How the indices of two factors meet.
  enum Meeting {
    /// Σₖ A[i,k] B[k,j].
    case chained
    /// A[i,j] B[i,j].
    case entrywise
    /// A[i,j] b.
    case scaled
  }

  mutating func multiply(
    _ a: Polynomial, _ b: Polynomial, _ meeting: Meeting
  ) throws(OverBudget) -> Polynomial {
    guard a.monomials.count * b.monomials.count <= NormalForm.monomialLimit else {
      throw OverBudget()
    }
    var products: [Monomial] = []
    for x in a.monomials {
      for y in b.monomials { products.append(try multiply(x, y, meeting)) }
    }
    return try collected(products)
  }

  func multiply(
    _ a: Monomial, _ b: Monomial, _ meeting: Meeting
  ) throws(OverBudget) -> Monomial {
    var product = a
    guard let moved = product.absorb(b), product.factors.count <= NormalForm.factorLimit else {
      throw OverBudget()
    }
    switch meeting {
    case .scaled: break
    case .chained:
      let column = moved.column
      let inner = product.column
      product.column = nil
      // The identity shares one index for both ends: name the end before the ends are joined.
      product.joinChain(inner: inner, next: moved.row, end: column)
    case .entrywise:
      product.unify(product.row, moved.row)
      let column = moved.column == moved.row ? product.row : moved.column
      product.unify(product.column, column)
    }
    return product
  }
}

extension Monomial {
  /// Joins the inner indices of a matrix product and takes the outer end as the column.
  mutating func joinChain(inner: Int?, next: Int?, end: Int?) {
    column = end
    unify(inner, next)
  }

  /// Sums over its rows, its columns or both.
  func closing(rows: Bool = false, columns: Bool = false) -> Monomial {
    var result = self
    if rows { result.row = nil }
    if columns { result.column = nil }
    return result
  }

  /// Σᵢ A[i,i].
  var traced: Monomial {
    var result = self
    result.unify(row, column)
    return result.closing(rows: true, columns: true)
  }

  /// The matrix with this column on its diagonal.
  var onDiagonal: Monomial {
    var result = self
    result.column = row
    return result
  }

  /// The column A[i,i].
  var diagonalPart: Monomial {
    var result = self
    result.unify(row, column)
    result.column = nil
    return result
  }
}
