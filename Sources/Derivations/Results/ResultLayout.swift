/// How a derivative is laid out.
package enum ResultLayout: String, Hashable, Sendable {
  /// A gradient has the shape of its variable, a Jacobian a column for each entry of the function.
  case denominator
  /// A gradient has the shape of its variable transposed, a Jacobian a row for each entry of the function.
  case numerator
  /// The same in both: by a number, along a direction, and Hessians by one variable.
  case every
}
