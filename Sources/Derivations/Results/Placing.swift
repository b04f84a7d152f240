package import Diagnostics
import Proof

extension PageResult {
  /// The result at other places: those of a file that the page was taken from.
  package func placed(_ place: (SourceLocation) -> SourceLocation) -> PageResult {
    var moved = self
    for index in claims.indices {
      let claim = claims[index]
      moved.claims[index].location = place(claim.location)
      moved.claims[index].origin = claim.origin.map { $0.path == path ? place($0) : $0 }
      moved.claims[index].judgement.cause?.location = claim.judgement.cause?.location.map(place)
      moved.claims[index].trouble = claim.trouble?.placed(place)
    }
    moved.diagnostics = diagnostics.map { $0.placed(place) }
    return moved
  }
}

extension Diagnostic {
  /// The diagnostic at another place.
  package func placed(_ place: (SourceLocation) -> SourceLocation) -> Diagnostic {
    var moved = self
    moved.location = location.map(place)
    return further.isEmpty ? moved : Diagnostic(all: each.map { $0.placed(place) }) ?? moved
  }
}
