import Foundation

let usage = """
  usage: Benchmarks claims [--rows FILE] [--content FOLDER] [--verbose]
         Benchmarks rules
         Benchmarks publish [--check]
         Benchmarks site [PAGES…]
         Benchmarks conformance [--rows FILE] [--random COUNT]
         Benchmarks speed [--python INTERPRETER]
         Benchmarks latex [--rows FILE] [--random COUNT]

  """

/// The value behind an option.
func value(of option: String, in arguments: [String]) -> String? {
  arguments.firstIndex(of: option).flatMap { place in
    arguments.indices.contains(place + 1) ? arguments[place + 1] : nil
  }
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "claims":
  do {
    var pages = try Corpus.pages(in: value(of: "--content", in: arguments) ?? "content")
    if let rows = value(of: "--rows", in: arguments) { pages += try Corpus.rows(rows) }
    print(await ClaimsReport.of(pages).text(isVerbose: arguments.contains("--verbose")))
  } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(2)
  }
case "rules": RulesReport.run()
case "publish":
  do {
    let path = MeasuredFigures.path
    let text = try await MeasuredFigures.measured(in: "content").text
    let file = URL(filePath: path)
    if arguments.contains("--check") {
      let isCurrent = (try? String(contentsOf: file, encoding: .utf8)) == text
      print(isCurrent ? "\(path) states what is measured" : "\(path) states other figures")
      exit(isCurrent ? 0 : 1)
    }
    try Data(text.utf8).write(to: file)
    print("written: \(path)")
  } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(2)
  }
case "site":
  let sizes = arguments.dropFirst().compactMap { Int($0) }
  do { try SiteReport.run(sizes.isEmpty ? [100, 300, 1000] : sizes) } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(2)
  }
case "speed":
  do { try SpeedReport.run(python: value(of: "--python", in: arguments)) } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(2)
  }
case "conformance":
  do {
    let count = value(of: "--random", in: arguments).flatMap { Int($0) } ?? 10_000
    let holds = try await ConformanceReport.run(
      rows: value(of: "--rows", in: arguments), count: count)
    exit(holds ? 0 : 1)
  } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(2)
  }
case "latex":
  do {
    let count = value(of: "--random", in: arguments).flatMap { Int($0) } ?? 10_000
    let holds = try await LaTeXReport.run(rows: value(of: "--rows", in: arguments), count: count)
    exit(holds ? 0 : 1)
  } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(2)
  }
default:
  FileHandle.standardError.write(Data(usage.utf8))
  exit(2)
}
