/// The candidate most like a mistyped name, for "did you mean".
///
/// - Parameters:
///   - name: what was written.
///   - candidates: what would have been understood.
/// - Returns: the shortest candidate that begins with the name, where that has four letters or more and
///   the candidate is at most twice as long; else the candidate at the least edit distance (insertions, deletions, replacements, swaps of
///   neighbours), the first in alphabetical order among equals; `nil` where even that one is
///   further away than a third of the name's length (at least 1; a single letter is like no other,
///   but for its case).
/// - Complexity: O(c·n²) for c candidates whose length is near n.
package func nearest(_ name: String, in candidates: some Sequence<String>) -> String? {
  let length = name.count
  let limit = length == 1 ? 0 : max(1, length / 3)
  let folded = name.lowercased()
  if length >= 4,
    let longer = candidates.filter({
      $0.count <= 2 * length && $0.lowercased().hasPrefix(folded)
    }).min(by: { ($0.count, $0) < ($1.count, $1) })
  {
    return longer
  }
  // What differs in length by more than the limit is no nearer than that.
  return candidates.filter { abs($0.count - length) <= limit }
    .map { (candidate: $0, distance: editDistance(folded, $0.lowercased())) }
    .filter { $0.distance <= limit }
    .min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }?.candidate
}

/// The optimal string alignment distance of two strings, in characters.
///
/// Source: G. Navarro, "A Guided Tour to Approximate String Matching" (2001), §2.
func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a)
  let b = Array(b)
  var twoBack: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var best = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, twoBack[j - 1] + 1) }
      row.append(best)
    }
    (twoBack, previous) = (previous, row)
  }
  return previous[b.count]
}
