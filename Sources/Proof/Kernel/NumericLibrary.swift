internal import CFlint

/// The library of exact and ball arithmetic.
package enum NumericLibrary {
  /// The version that docgen was built with, such as `2.9.0`.
  package static var version: String { FLINT_VERSION }
}
