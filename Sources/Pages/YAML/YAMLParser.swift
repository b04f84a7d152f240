internal import CYAML
package import Diagnostics

extension YAML {
  /// Deepest nesting of lists and mappings that is read.
  package static let depthLimit = 64

  /// Reads one YAML document.
  ///
  /// Aliases and tags are refused, so that a small file cannot stand for a large value. An empty
  /// document is a null scalar.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - path: the path of its file as shown to the reader.
  ///   - firstLine: the number of the document's first line in that file.
  /// - Throws: `yaml` at the place where the document breaks a rule of YAML or one of the above.
  /// - Complexity: O(n) for n bytes.
  package static func parse(
    _ text: String, path: String, firstLine: Int = 1
  ) throws(Diagnostic) -> YAML {
    var builder = YAMLBuilder(text, path: path, firstLine: firstLine)
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBufferPointer { (input) throws(Diagnostic) -> YAML in
      try builder.read(input)
    }
  }
}

/// Builds the tree from libyaml's events, on a stack of its own.
private struct YAMLBuilder {
  /// A list or mapping that is still open.
  private struct Open {
    var start: Int
    var isMapping: Bool
    var items: [YAML] = []
    var entries: [YAML.Entry] = []
    var keys: Set<String> = []
    var key: (text: String, location: SourceLocation)?
  }

  private let lines: SourceLines
  /// The byte offset of each character, since libyaml counts characters.
  private let offsets: [Int]
  private var stack: [Open] = []
  private var result: YAML?

  init(_ text: String, path: String, firstLine: Int) {
    lines = SourceLines(path: path, bytes: Array(text.utf8), firstLine: firstLine)
    var offsets: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    self.offsets = offsets
  }

  mutating func read(_ input: UnsafeBufferPointer<UInt8>) throws(Diagnostic) -> YAML {
    // libyaml keeps a pointer to the parser in the parser, so it may not move.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else {
      throw Diagnostic(.internalError, "no memory for the YAML parser")
    }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    while try readEvent(parser) {}
    return result
      ?? YAML(kind: .scalar("", isPlain: true), location: lines.location(of: 0..<0))
  }

  /// Takes one event; false after the last.
  private mutating func readEvent(
    _ parser: UnsafeMutablePointer<yaml_parser_t>
  ) throws(Diagnostic) -> Bool {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw broken(parser.pointee) }
    defer { yaml_event_delete(&event) }
    let range = range(of: event)
    switch event.type {
    case YAML_STREAM_END_EVENT: return false
    case YAML_DOCUMENT_START_EVENT: try startDocument(range)
    case YAML_SEQUENCE_START_EVENT:
      try refuseTag(event.data.sequence_start.tag, range)
      try open(isMapping: false, range)
    case YAML_MAPPING_START_EVENT:
      try refuseTag(event.data.mapping_start.tag, range)
      try open(isMapping: true, range)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try close(range)
    case YAML_SCALAR_EVENT: try addScalar(event.data.scalar, range)
    case YAML_ALIAS_EVENT:
      throw error(
        "aliases are not read", range, hint: "write the value again where the alias stands")
    default: break
    }
    return true
  }

  private func startDocument(_ range: Range<Int>) throws(Diagnostic) {
    guard result == nil else {
      throw error("a second document starts here", range, hint: "keep one document")
    }
  }

  private func refuseTag(
    _ tag: UnsafeMutablePointer<yaml_char_t>?, _ range: Range<Int>
  ) throws(Diagnostic) {
    guard tag != nil else { return }
    throw error("tags are not read", range, hint: "leave out the word that starts with `!`")
  }

  private mutating func open(isMapping: Bool, _ range: Range<Int>) throws(Diagnostic) {
    guard stack.count < YAML.depthLimit else {
      throw error("lists and mappings are nested deeper than \(YAML.depthLimit)", range)
    }
    try refuseKey(range)
    stack.append(Open(start: range.lowerBound, isMapping: isMapping))
  }

  private func refuseKey(_ range: Range<Int>) throws(Diagnostic) {
    guard let top = stack.last, top.isMapping, top.key == nil else { return }
    throw error("a key must be a text", range)
  }

  private mutating func close(_ range: Range<Int>) throws(Diagnostic) {
    guard let top = stack.popLast() else { return }
    let location = lines.location(of: top.start..<max(top.start, range.upperBound))
    try add(
      YAML(kind: top.isMapping ? .mapping(top.entries) : .sequence(top.items), location: location))
  }

  private mutating func addScalar(
    _ scalar: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar, _ range: Range<Int>
  ) throws(Diagnostic) {
    try refuseTag(scalar.tag, range)
    let text = String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    try add(YAML(kind: .scalar(text, isPlain: isPlain), location: lines.location(of: range)))
  }

  /// Puts a finished value where it belongs.
  private mutating func add(_ value: YAML) throws(Diagnostic) {
    guard var top = stack.popLast() else {
      result = value
      return
    }
    if !top.isMapping {
      top.items.append(value)
    } else if let key = top.key {
      top.entries.append(
        YAML.Entry(key: key.text, keyLocation: key.location, value: value))
      top.key = nil
    } else {
      top.key = try key(value, in: &top.keys)
    }
    stack.append(top)
  }

  private func key(
    _ value: YAML, in keys: inout Set<String>
  ) throws(Diagnostic) -> (String, SourceLocation) {
    guard case .scalar(let text, _) = value.kind else {
      throw Diagnostic(.yaml, "a key must be a text", at: value.location)
    }
    guard keys.insert(text).inserted else {
      throw Diagnostic(
        .yaml, "the key `\(text)` stands twice", at: value.location, hint: "keep one of the two")
    }
    return (text, value.location)
  }

  private func range(of event: yaml_event_t) -> Range<Int> {
    let start = offset(event.start_mark)
    return start..<max(start, offset(event.end_mark))
  }

  private func offset(_ mark: yaml_mark_t) -> Int {
    mark.index < offsets.count ? offsets[mark.index] : lines.bytes.count
  }

  private func error(_ message: String, _ range: Range<Int>, hint: String? = nil) -> Diagnostic {
    Diagnostic(.yaml, message, at: lines.location(of: range), hint: hint)
  }

  /// libyaml's own reason, at its own place.
  private func broken(_ parser: yaml_parser_t) -> Diagnostic {
    let start =
      parser.error == YAML_READER_ERROR
      ? min(parser.problem_offset, lines.bytes.count) : offset(parser.problem_mark)
    let reason = parser.problem.map { String(cString: $0) } ?? "unknown reason"
    let context = parser.context.map { " " + String(cString: $0) } ?? ""
    return error("the YAML is broken: \(reason)\(context)", start..<start)
  }
}
