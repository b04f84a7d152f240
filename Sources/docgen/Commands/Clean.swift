import Diagnostics
import Terminal

extension Docgen {
  /// `docgen clean`: removes the published site.
  func clean(_ invocation: Invocation) throws(Diagnostic) -> Outcome {
    let site = PublishedSite(
      invocation.value(of: .output) ?? path("site", in: invocation.value(of: .root) ?? "."))
    guard site.exists else {
      console.log("there is no \(site.name) to remove")
      return .clean
    }
    try site.remove()
    console.log("removed \(site.name)")
    return .clean
  }
}
