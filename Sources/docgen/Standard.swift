import Diagnostics

extension Engine {
  /// The engine of the program.
  static var standard: Engine {
    Engine { _ throws(Diagnostic) in
      throw Diagnostic(.unsupported, "this version of docgen cannot check pages")
    }
  }
}
