import Notation
import Pages

extension Statement.Layout {
  /// The layout that a statement of the same word chooses.
  init(_ convention: LayoutConvention) {
    switch convention {
    case .mixed: self = .mixed
    case .denominator: self = .denominator
    case .numerator: self = .numerator
    }
  }
}

extension Statement.Structure {
  /// The structure that a statement of the same word chooses.
  init(_ convention: StructureConvention) {
    switch convention {
    case .free: self = .free
    case .projected: self = .projected
    case .entries: self = .entries
    }
  }
}
