internal import Diagnostics
internal import Pages

/// All that a page may show besides itself: two plans with the same hold the same for every page.
struct SharedPlan: Hashable, Sendable {
  private let configuration: Configuration
  private let infos: [PageInfo]
  /// What references and links can lead to on each page, in the order of the pages.
  private let places: [Places]
  private let former: [String: String]
  private let assets: [String]
  private let bibliography: [UInt8]?
  private let theme: [ContentFile]
  private let history: PageHistory
  private let drafts: [String]
  private let listsClaims: Bool

  private struct Places: Hashable, Sendable {
    var named: [String: Label]
    var anchors: [[String]]
  }

  /// - Parameter theme: the owner's templates and files.
  init(_ plan: SitePlan, assets: [ContentFile], theme: [ContentFile], drafts: [String]) {
    configuration = plan.configuration
    infos = plan.infos
    places = plan.infos.map { info in
      let labels = plan.labels[info.source]
      let all = labels.map { $0.ofPiece.sorted { $0.key < $1.key } } ?? []
      return Places(named: labels?.named ?? [:], anchors: all.map { $1.map(\.anchor) })
    }
    former = Dictionary(plan.redirects.map { ($0.output, $0.target.source) }) { $1 }
    self.assets = assets.map(\.path)
    let path = plan.configuration.bibliography?.path
    bibliography = path.flatMap { path in assets.first { $0.path == path }?.bytes }
    self.theme = theme
    history = plan.history
    self.drafts = drafts
    listsClaims = plan.listsClaims
  }
}
