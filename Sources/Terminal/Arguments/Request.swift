/// What a command line asks for.
package enum Request: Hashable, Sendable {
  case run(Invocation)
  /// The help of a command; the overview without one.
  case help(Command?)
  case version
}

/// A command with its options and operands, all of them valid.
package struct Invocation: Hashable, Sendable {
  package var command: Command
  package var operands: [String]
  /// The values of each option by its name, in the order given; one empty text for each switch.
  var values: [String: [String]]

  /// Whether the option was given.
  package func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value of an option, the last one where it was given more than once.
  package func value(of option: Option) -> String? { values[option.name]?.last }

  /// All values of an option that may be repeated, in the order given.
  package func values(of option: Option) -> [String] { values[option.name] ?? [] }

  /// The value of an option that takes a number.
  package func number(of option: Option) -> Int? { value(of: option).flatMap { Int($0) } }

  /// The form of the report that was asked for.
  package var format: Format { value(of: .format).flatMap(Format.init(rawValue:)) ?? .text }
}
