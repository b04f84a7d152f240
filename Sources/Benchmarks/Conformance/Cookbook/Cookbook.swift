/// Identities of The Matrix Cookbook, restated in our notation.
///
/// Chapter 2, and what chapters 4 to 10 say of derivatives and of what derivatives are written with
/// (vec, Kronecker products, norms), as far as it is about real values.
///
/// Source: K. Petersen, M. Pedersen, "The Matrix Cookbook" (version of 15 November 2012). Numbers are
/// those of its equations; where we do not know one well, the section stands instead.
extension FactTable {
  static let cookbook = FactTable(
    name: "The Matrix Cookbook",
    names: """
      A, B, C, D : (n, n)
      X, Y : (n, n) invertible
      Z, Z2 : (m, n)
      M : (m, m)
      S, T : (m, m) symmetric
      H, W : (n, n) symmetric
      L, R : (p, m)
      N : (n, q)
      a, b, c, d, x, s : (n)
      u, v, z : (m)
      alpha, t : scalar
      assume n <= m
      """,
    facts: cookbookDifferentials + cookbookDeterminants + cookbookInverses + cookbookEntries
      + cookbookForms + cookbookTraces + cookbookHigherTraces + cookbookNorms
      + cookbookStructured + cookbookKronecker + cookbookGaussians)

  /// Equations of those parts that stand in no table, with the reason.
  static let cookbookOmissions: [(equations: String, count: Int, reason: String)] = [
    ("(45)", 1, "the conjugate transpose is about complex values"),
    ("(68)", 2, "derivatives of single eigenvalues and eigenvectors; the language has none"),
    ("(89)", 1, "a pointer to the complex case"),
    ("§2.8.4", 4, "Toeplitz structure; the language has no Toeplitz matrices"),
    ("§4.1 and §4.2", 28, "complex derivatives"),
    ("§5.6", 2, "derivatives of a singular value decomposition; the language has none"),
    ("§8.4", 6, "mixtures with a sum over named densities and their responsibilities"),
    ("(514)", 1, "ranks and eigenvalues of Kronecker products; the language has neither"),
  ]
}
