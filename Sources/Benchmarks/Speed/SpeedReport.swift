import Derivations
import Foundation
import MatrixCalculus
import Pages

/// `Benchmarks speed`: how long derivations take, beside other systems in the same run.
enum SpeedReport {
  /// Prints milliseconds by function and system, ratios, and the cost against depth and width.
  ///
  /// - Parameter python: the interpreter that has the other systems; nil leaves them out.
  static func run(python: String?) throws {
    var medians: [String: [String: Double]] = [:]
    for item in SpeedCase.all {
      let (function, variables) = try item.read()
      medians["bare", default: [:]][item.name] = median {
        _ = try? Gradient.gradients(of: function, wrt: variables)
      }
      let page = try Page(path: "speed.md", bytes: Array(try item.page().utf8))
      medians["block", default: [:]][item.name] = median { _ = PageChecker.check(page) }
    }
    for depth in [10, 50, 200] {
      let (function, variables) = SpeedCase.network(depth: depth)
      medians["bare", default: [:]]["network of \(depth)"] = median {
        _ = try? Gradient.gradients(of: function, wrt: variables)
      }
    }
    let peers = python.map(Peers.measure) ?? Peers.Result(remarks: ["peers left out: no --python"])
    printTable(medians.merging(peers.medians) { own, _ in own })
    for remark in peers.remarks { print(remark) }
    printRatios(medians, peers)
    printGrowth()
  }

  /// The median of up to 50 runs in about a second, in milliseconds, after one to warm up.
  private static func median(_ run: () -> Void) -> Double {
    run()
    var times: [Double] = []
    let start = ContinuousClock.now
    while times.count < 50, times.count < 3 || ContinuousClock.now - start < .seconds(1) {
      let begin = ContinuousClock.now
      run()
      times.append((ContinuousClock.now - begin) / .milliseconds(1))
    }
    return middle(times)
  }

  private static func middle(_ values: [Double]) -> Double {
    values.isEmpty ? .nan : values.sorted()[values.count / 2]
  }

  private static let systems = ["bare", "block", "CasADi", "SymPy", "tensorgrad"]

  private static func printTable(_ medians: [String: [String: Double]]) {
    print(padded("milliseconds") + systems.map { $0.leftPadded(12) }.joined())
    let names = SpeedCase.all.map(\.name) + [10, 50, 200].map { "network of \($0)" }
    for name in names {
      let cells = systems.map { system in
        medians[system]?[name].map { String(format: "%12.3f", $0) } ?? "–".leftPadded(12)
      }
      print(padded(name) + cells.joined())
    }
  }

  /// How much faster ours is than a peer: the median over the functions both can do.
  private static func printRatios(_ medians: [String: [String: Double]], _ peers: Peers.Result) {
    for own in ["bare", "block"] {
      print(
        "median \(own): " + String(format: "%.3f ms", middle(Array((medians[own] ?? [:]).values))))
      for (system, theirs) in peers.medians.sorted(by: { $0.key < $1.key }) {
        let ratios = theirs.compactMap { name, time in medians[own]?[name].map { time / $0 } }
        print("  \(system) takes \(String(format: "%.2f", middle(ratios))) times as long")
      }
    }
  }

  /// Time by layer and by term, which must not grow.
  private static func printGrowth() {
    print(padded("depth") + "ms".leftPadded(12) + "µs/layer".leftPadded(12))
    for depth in [10, 30, 100, 300, 1_000] { printGrowth(depth, SpeedCase.network(depth: depth)) }
    print(padded("width") + "ms".leftPadded(12) + "µs/term".leftPadded(12))
    for width in [10, 30, 100, 300, 1_000] { printGrowth(width, SpeedCase.sum(width: width)) }
  }

  private static func printGrowth(
    _ count: Int, _ item: (function: MatrixCalculus.Expression, variables: [Variable])
  ) {
    let time = median { _ = try? Gradient.gradients(of: item.function, wrt: item.variables) }
    print(
      padded("\(count)") + String(format: "%12.3f", time)
        + String(format: "%12.1f", 1_000 * time / Double(count)))
  }

  private static func padded(_ text: String) -> String {
    text + String(repeating: " ", count: max(0, 24 - text.count))
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
