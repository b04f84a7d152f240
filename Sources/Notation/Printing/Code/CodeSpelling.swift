import MatrixCalculus

/// How a language spells the operations of formulas.
///
/// In templates `#1`, `#2` stand for the operands, `@rows` and `@columns` for the sizes of the result,
/// `@1` for the first parameter of the function.
struct CodeSpelling: Sendable {
  var title: String
  var prelude = ""
  /// Words that no variable may be called.
  var reserved: Set<String>

  // MARK: Operators

  var product: String
  var scaling: String
  var hadamard: String
  /// Between a matrix and what is broadcast over it; nil where nothing is.
  var broadcastSum: (plus: String, minus: String)?
  var quotient: String
  /// After a transposed matrix.
  var transpose: String
  /// `#1` to the power `#2`, entry by entry, of a matrix and of a number.
  var power: String
  var scalarPower: String
  /// Whether powers are calls, which hold together by themselves.
  var powersAreCalls = false
  var matrixPower: String

  // MARK: Constants

  var eye: String
  var ones: String
  var zeros: String
  /// A fraction of two whole numbers that is not a whole one.
  var fraction: String = "#1 / #2"
  /// A whole number used as a number, and a size.
  var integer: String = "#1"
  var size: String = "#1"
  /// The number in a `1×1` matrix, and the reverse.
  var only: String
  var lifted: String
  /// A number made an argument of a function of numbers.
  var numberArgument: String = "#1"
  /// The rows and the columns of a variable.
  var rows: String
  var columns: String
  /// Columns and rows from a first to a last, counted from 1.
  var columnRange: String
  var rowRange: String
  /// Whether counting from 0, so that a first place is one less.
  var countsFromZero: Bool
  /// Whether only a variable can be indexed.
  var indexesNamesOnly = false

  // MARK: Functions

  /// Functions of every entry by name.
  var entrywise: [String: String]
  /// The square root of every entry.
  var root: String
  /// Functions of matrices by name; see `CodeWriter.key`.
  var whole: [String: String]
  /// Those of `whole` that give a number.
  var numbers: Set<String> = [
    "sum", "prod", "tr", "det", "logdet", "norm", "max", "min", "pi",
  ]
  /// What is missing, in words, by name; `has no …`.
  var missing: [String: String] = [:]
  /// How blocks are put together: the whole, a row, what stands between rows and between entries.
  var blocks: (open: String, close: String, row: (String, String), rows: String, entries: String)

  // MARK: Definitions

  /// Before the lines of a function: `#1` its name, `#2` its parameters, `@result` the type of what it
  /// returns, `@names` the names of what it returns.
  var head: String
  var assignment: String
  var result: String
  /// Around a remark, and before each of its lines.
  var remark: (open: String, line: String, close: String)
  /// Around several values that are returned.
  var tuple = (open: "", close: "")
  var end: String
  var parameter: String = "#1"
  var sizeParameter: String = "#1"
}

extension CodeSpelling {
  /// Names of functions that every target spells with the same words, for messages.
  static let words = [
    "expm": "matrix exponential", "logm": "matrix logarithm", "sqrtm": "matrix square root",
    "sinm": "matrix sine", "cosm": "matrix cosine", "pinv": "pseudoinverse",
    "kron": "Kronecker product", "commat": "commutation matrix", "hardmax": "hardmax",
    "erf": "error function", "selection": "selection of columns",
  ]
}
