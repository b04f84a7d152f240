import Diagnostics
import Foundation

/// Puts new bytes in the place of a file's old ones: whoever reads it sees the ones or the others.
struct FileReplacement {
  /// As the reader typed it.
  let name: String
  /// The file itself, where the name is a symbolic link.
  private let file: URL

  init(_ name: String) {
    self.name = name
    file = URL(filePath: name).resolvingSymlinksInPath()
  }

  /// What the file holds; nothing where it cannot be read.
  var present: [UInt8] { (try? Data(contentsOf: file)).map(Array.init) ?? [] }

  /// Writes a neighbour and renames it; permissions stay as they were.
  ///
  /// - Parameter old: what the file is to hold before.
  /// - Throws: `writeFailed`; the file is then as it was and nothing else is left behind.
  func replace(_ old: [UInt8], with new: [UInt8]) throws(Diagnostic) {
    guard let present = try? Data(contentsOf: file), present.elementsEqual(old) else {
      throw failure("it was changed meanwhile", hint: "run the command again")
    }
    let manager = FileManager.default
    let neighbour = file.deletingLastPathComponent()
      .appending(path: ".\(file.lastPathComponent).\(UUID().uuidString)")
    do {
      let permissions = try manager.attributesOfItem(atPath: file.path)[.posixPermissions]
      try Data(new).write(to: neighbour, options: .withoutOverwriting)
      if let permissions {
        try manager.setAttributes([.posixPermissions: permissions], ofItemAtPath: neighbour.path)
      }
    } catch {
      try? manager.removeItem(at: neighbour)
      throw failure(
        "no file can be made beside it", hint: "check the folder's permissions and the free space")
    }
    guard rename(neighbour.path, file.path) == 0 else {
      try? manager.removeItem(at: neighbour)
      throw failure("it cannot be replaced", hint: "check the file's permissions")
    }
  }

  private func failure(_ reason: String, hint: String) -> Diagnostic {
    Diagnostic(.writeFailed, "\(name) is left as it was: \(reason)", hint: hint)
  }
}
