/// Sizes of matrices that are not known yet, and which of them have to be equal.
///
/// A size is the number one, open (it may turn out to be one), or larger than one. Equal sizes are joined
/// in a forest of classes.
struct ShapeSystem {
  /// A size, by its place in the forest.
  struct Size: Hashable {
    fileprivate var index: Int
    static let one = Size(index: 0)
  }

  struct Shape: Hashable {
    var rows: Size
    var columns: Size
    static let scalar = Shape(rows: .one, columns: .one)

    var transposed: Shape { Shape(rows: columns, columns: rows) }
  }

  private var parents = [0]
  /// Whether a class may not be one.
  private var isLarge = [false]
  /// What a class is called on the page: a name or a number.
  private var names: [String?] = ["1"]

  /// A size that may be anything.
  mutating func open() -> Size { make(isLarge: false, nil) }

  /// A size above one, perhaps with a name or a number that the page gives it.
  mutating func large(_ name: String? = nil) -> Size {
    if let name, let known = names.firstIndex(of: name) { return Size(index: known) }
    return make(isLarge: true, name)
  }

  private mutating func make(isLarge large: Bool, _ name: String?) -> Size {
    parents.append(parents.count)
    isLarge.append(large)
    names.append(name)
    return Size(index: parents.count - 1)
  }

  func find(_ size: Size) -> Size {
    var index = size.index
    while parents[index] != index { index = parents[index] }
    return Size(index: index)
  }

  func isOne(_ size: Size) -> Bool { find(size) == .one }

  func isScalar(_ shape: Shape) -> Bool { isOne(shape.rows) && isOne(shape.columns) }

  /// What the class of a size is called on the page.
  func name(of size: Size) -> String? { names[find(size).index] }

  /// Makes two sizes equal; gives false, and changes nothing, where they cannot be.
  mutating func unify(_ a: Size, _ b: Size) -> Bool {
    let (a, b) = (find(a).index, find(b).index)
    if a == b { return true }
    if a == 0 { return join(b, to: a) }
    if b == 0 { return join(a, to: b) }
    if let first = names[a], let second = names[b], first != second { return false }
    parents[b] = a
    isLarge[a] = isLarge[a] || isLarge[b]
    names[a] = names[a] ?? names[b]
    return true
  }

  private mutating func join(_ index: Int, to one: Int) -> Bool {
    guard !isLarge[index] else { return false }
    parents[index] = one
    return true
  }

  mutating func unify(_ a: Shape, _ b: Shape) -> Bool {
    let before = self
    if unify(a.rows, b.rows), unify(a.columns, b.columns) { return true }
    self = before
    return false
  }
}
