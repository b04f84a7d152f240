import Diagnostics

extension Option {
  package static let check = Option(
    "check", "publish nothing; fail if the published site differs from what would be")
  package static let draft = Option(
    "draft", "publish even if claims fail; failing claims are marked on the page")
  package static let output = Option(
    "output", letter: "o", takes: .folder("DIR"),
    "the folder of the published site; site/ unless given")
  package static let only = Option(
    "only", takes: .text("GLOB"), repeats: true,
    "check only the pages whose path matches, such as 'tutorials/*.md'; may be repeated")

  package static let links = Option(
    "links", "visit the addresses that pages link to as well, with three attempts each")
  package static let port = Option(
    "port", letter: "p", takes: .number("N", atLeast: 1),
    "the port to serve at; the first free one from 8080 unless given")

  package static let root = Option(
    "root", takes: .folder("DIR"), "the folder that holds content/; the current one unless given")
  package static let format = Option(
    "format", letter: "f", takes: .choice("FORMAT", of: Format.allCases.map(\.rawValue)),
    "the form of the report; text unless given")
  package static let adoptFormat = Option(
    "format", letter: "f", takes: .choice("FORMAT", of: ["text", "json"]),
    "the form of the answer; text unless given")
  package static let jobs = Option(
    "jobs", letter: "j", takes: .number("N", atLeast: 1),
    "how many pages are checked at once; one for each processor unless given")
  package static let strict = Option("strict", "let warnings fail the run too")
  package static let quiet = Option("quiet", letter: "q", "print failures only")
  package static let verbose = Option("verbose", letter: "v", "print the claims that stand as well")

  package static let write = Option("write", letter: "w", "write the change to the file")
  package static let wrt = Option(
    "wrt", takes: .text("NAME"), repeats: true,
    "a variable to differentiate by, or a layer, as z2 or a2; may be repeated")
  package static let given = Option(
    "given", takes: .text("STATEMENTS"), repeats: true,
    "declarations and definitions, separated by ';'; may be repeated")
  package static let claim = Option(
    "claim", takes: .text("FORMULA"), "a claimed gradient, to be checked against the derived one")
  package static let derivative = Option(
    "derivative", takes: .choice("KIND", of: ["gradient", "jacobian", "hessian"]),
    "what to derive; gradient unless given")
  package static let along = Option(
    "along", takes: .text("NAME"), repeats: true,
    "derive along this direction; one for each --wrt, whose variables are taken one after the other"
  )
  package static let layout = Option(
    "layout", takes: .choice("LAYOUT", of: ["mixed", "denominator", "numerator"]),
    "how matrices of derivatives are laid out; mixed unless given")
  package static let structure = Option(
    "structure", takes: .choice("HOW", of: ["free", "projected", "entries"]),
    "which entries of a symmetric, skew, diagonal or triangular variable move; free unless given")
  package static let steps = Option("steps", "show the derivation step by step")
  package static let to = Option(
    "to",
    takes: .choice(
      "LANGUAGE", of: ["numpy", "jax", "pytorch", "julia", "matlab", "swift", "latex"]),
    "print the function and its gradient as a program instead")
  package static let docgenSource = Option(
    "docgen", takes: .text("OWNER/NAME"),
    "the GitHub repository of docgen's sources, for the workflow; @REVISION may follow")

  package static let help = Option("help", letter: "h", "print this help")
  package static let version = Option("version", "print the version")
}
