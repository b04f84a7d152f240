import Foundation

/// How the process ends when it is interrupted.
enum Interruption {
  /// From now on, an interruption (`SIGINT`) ends the process with status 130, and a termination
  /// (`SIGTERM`) with 143.
  ///
  /// Nothing is cleaned up, and nothing need be: a site is published by renaming a finished folder, so
  /// the old one stays whole, and the next run removes what is left beside it.
  static func endProcess() {
    // Only what is safe within a signal handler may be called here.
    for number in [SIGINT, SIGTERM] { signal(number) { _exit(128 + $0) } }
  }
}
