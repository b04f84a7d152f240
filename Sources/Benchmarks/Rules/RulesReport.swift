/// `Benchmarks rules`: which broken rules the kernel catches.
enum RulesReport {
  /// Prints one line for each mutant that went through, then the figures.
  static func run() {
    let missed = RuleMutant.all.filter { !$0.isCaught }
    for mutant in missed { print("missed: \(mutant)") }
    let count = RuleMutant.all.count
    print("broken rules caught: \(count - missed.count)/\(count)")
  }
}
