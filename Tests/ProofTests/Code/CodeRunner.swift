import Foundation
import MatrixCalculus
import Notation
import Testing

@testable import Proof

/// Runs programs of one language, many functions in one run.
struct CodeRunner {
  let target: CodeTarget
  /// The command and what stands before the name of the program's file.
  let command: [String]

  /// The runner of a language; nil where nothing on this machine runs it.
  init?(_ target: CodeTarget) {
    let probes: [[String]]
    switch target {
    case .numpy: probes = Self.pythons("import numpy, scipy")
    case .jax: probes = Self.pythons("import jax")
    case .pytorch: probes = Self.pythons("import torch")
    case .julia: probes = [["julia", "-e", "using LinearAlgebra"]]
    case .matlab: probes = [["octave-cli", "--eval", "1;"], ["octave", "--eval", "1;"]]
    case .swift: probes = [["swiftc", "--version"]]
    case .latex: probes = []
    }
    guard let found = probes.first(where: { Self.run($0)?.status == 0 }) else { return nil }
    self.target = target
    command = target == .matlab ? [found[0], "-q"] : [found[0]]
  }

  private static func pythons(_ imports: String) -> [[String]] {
    ["python3", "/usr/bin/python3"].map { [$0, "-c", imports] }
  }

  /// The values that the printed functions give, row after row, by the index of their case.
  func values(_ cases: [(index: Int, code: String, name: String, example: CodeCase)]) throws
    -> [Int: [Double]]
  {
    let dialect = CodeDialect(target)
    return try values(
      cases.map(\.code), cases.map { dialect.call($0.index, $0.name, $0.code, $0.example) })
  }

  /// What the calls of printed functions print, by the number at the start of the line.
  func values(_ functions: [String], _ calls: [String]) throws -> [Int: [Double]] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("code-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let dialect = CodeDialect(target)
    let parts =
      [dialect.opening(target.prelude(for: (functions + calls).joined()))] + functions + calls
    let file = folder.appendingPathComponent(dialect.fileName)
    try parts.joined(separator: "\n\n").write(to: file, atomically: true, encoding: .utf8)
    var program = command + [file.path]
    if target == .swift {
      let binary = folder.appendingPathComponent("program").path
      let compiled = Self.run(["swiftc", file.path, "-o", binary])
      guard compiled?.status == 0 else { throw CodeFailure(text: compiled?.errors ?? "") }
      program = [binary]
    }
    guard let result = Self.run(program), result.status == 0 else {
      throw CodeFailure(text: Self.run(program)?.errors ?? "does not start")
    }
    var values: [Int: [Double]] = [:]
    for line in result.output.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let index = words.first.flatMap({ Int($0) }) else { continue }
      values[index] = words.dropFirst().compactMap { Double($0) }
    }
    return values
  }

  private static func run(_ command: [String]) -> (status: Int32, output: String, errors: String)? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let folder = FileManager.default.temporaryDirectory
    let files = (0..<2).map { _ in folder.appendingPathComponent("out-\(UUID().uuidString)") }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    for file in files { try? Data().write(to: file) }
    process.standardOutput = try? FileHandle(forWritingTo: files[0])
    process.standardError = try? FileHandle(forWritingTo: files[1])
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    let texts = files.map { (try? String(contentsOf: $0, encoding: .utf8)) ?? "" }
    return (process.terminationStatus, texts[0], texts[1])
  }
}

/// What a program that failed said.
struct CodeFailure: Error, CustomStringConvertible {
  var text: String
  var description: String { text }
}

/// How a language writes numbers in and out, for the tests.
struct CodeDialect {
  let target: CodeTarget

  init(_ target: CodeTarget) { self.target = target }

  var fileName: String {
    switch target {
    case .numpy, .jax, .pytorch: "program.py"
    case .julia: "program.jl"
    case .matlab: "program.m"
    case .swift: "main.swift"
    case .latex: "program.tex"
    }
  }

  func opening(_ prelude: String) -> String {
    switch target {
    case .numpy: prelude
    case .jax: prelude + "\njax.config.update('jax_enable_x64', True)\nimport numpy as np"
    case .pytorch: prelude + "\nimport numpy as np"
    case .julia: prelude
    case .matlab: "1;"
    case .swift, .latex: prelude
    }
  }

  /// Prints the index and the entries of a function's value at the case's numbers.
  func call(_ index: Int, _ name: String, _ code: String, _ example: CodeCase) -> String {
    let value = call(name, code, example.inputs, example.sizes)
    switch target {
    case .numpy, .jax:
      return "print(\(index), *np.asarray(\(value)).reshape(-1).tolist())"
    case .pytorch: return "print(\(index), *\(value).reshape(-1).tolist())"
    case .julia:
      return "println(\(index), \" \", join([\(value);;]' |> vec, \" \"))"
    case .matlab: return "printf('%d', \(index)); printf(' %.17g', (\(value))'); printf('\\n');"
    case .swift:
      return example.expression.shape.isScalar
        ? "print(\(index), \(value))"
        : "print(\(index), \(value).entries.map { \"\\($0)\" }.joined(separator: \" \"))"
    case .latex: return ""
    }
  }

  /// Prints the index and the entries of all that a function returns, one after the other.
  func call(_ index: Int, _ name: String, _ code: String, _ example: SharedCase) -> String {
    let value = call(name, code, example.inputs, example.sizes)
    let names = example.gradients.indices.map { "v\(index)_\($0)" }
    let list = names.joined(separator: ", ")
    switch target {
    case .numpy, .jax:
      return "print(\(index), *[x for v in \(value) for x in np.asarray(v).reshape(-1).tolist()])"
    case .pytorch:
      return "print(\(index), *[x for v in \(value) for x in v.reshape(-1).tolist()])"
    case .julia:
      return "println(\(index), \" \", join(vcat([[v;;]' |> vec for v in \(value)]...), \" \"))"
    case .matlab:
      return "[\(list)] = \(value); printf('%d', \(index)); "
        + names.map { "printf(' %.17g', (\($0))'); " }.joined() + "printf('\\n');"
    case .swift:
      let entries = zip(names, example.gradients).map {
        $1.expression.shape.isScalar ? "[\($0)]" : "\($0).entries"
      }
      return "let (\(list)) = \(value)\nprint(\(index), (\(entries.joined(separator: " + ")))"
        + ".map { \"\\($0)\" }.joined(separator: \" \"))"
    case .latex: return ""
    }
  }

  private func call(
    _ name: String, _ code: String,
    _ values: [(variable: Variable, value: SeriesMatrix<Double>)], _ counts: [String: Int]
  ) -> String {
    let inputs = values.map { literal($0.value, isScalar: $0.variable.shape.isScalar) }
    let sizes = freeSizes(code, inputs.count).map { size in "\(counts[size] ?? 0)" }
    return "\(name)(\((inputs + sizes).joined(separator: ", ")))"
  }

  /// The parameters behind the variables: sizes that no variable tells.
  private func freeSizes(_ code: String, _ count: Int) -> [String] {
    let head = code.prefix { $0 != "\n" }
    guard let open = head.firstIndex(of: "("), let close = head.firstIndex(of: ")") else {
      return []
    }
    return code[code.index(after: open)..<close].split(separator: ",").dropFirst(count).map {
      $0.replacing("_ ", with: "").replacing(": Int", with: "").trimmingCharacters(in: .whitespaces)
    }
  }

  private func literal(_ matrix: SeriesMatrix<Double>, isScalar: Bool) -> String {
    let numbers = matrix.rowsFirst.map { "\($0)" }
    let rows = (0..<matrix.rows).map { row in
      Array(numbers[row * matrix.columns..<(row + 1) * matrix.columns])
    }
    if isScalar {
      return target == .pytorch ? "torch.tensor(\(numbers[0]), dtype=torch.float64)" : numbers[0]
    }
    let nested = "[" + rows.map { "[\($0.joined(separator: ", "))]" }.joined(separator: ", ") + "]"
    let spaced = "[" + rows.map { $0.joined(separator: " ") }.joined(separator: "; ") + "]"
    switch target {
    case .numpy: return "np.array(\(nested))"
    case .jax: return "jnp.array(\(nested))"
    case .pytorch: return "torch.tensor(\(nested), dtype=torch.float64)"
    case .julia: return matrix.columns == 1 ? "[\(numbers.joined(separator: "; ")); ;]" : spaced
    case .matlab: return spaced
    case .swift:
      return "Matrix(\(matrix.rows), \(matrix.columns)) { \(nested)[$0][$1] }"
    case .latex: return ""
    }
  }
}

extension SeriesMatrix {
  /// The entries of the constant plane, row after row.
  var rowsFirst: [Element] {
    (0..<count).map { coefficients[($0 % columns) * rows + $0 / columns] }
  }
}
