/// What the server says to a request.
package struct Answer: Hashable, Sendable {
  package var status: Int
  package var type: String
  package var bytes: [UInt8]
  /// Where to go instead.
  package var location: String?

  init(_ status: Int, _ type: String, _ bytes: [UInt8], location: String? = nil) {
    self.status = status
    self.type = type
    self.bytes = bytes
    self.location = location
  }

  /// A line of text.
  init(_ status: Int, _ text: String) {
    self.init(status, MediaType.of("a.txt"), Array((text + "\n").utf8))
  }
}

/// The media types of the files of a site.
enum MediaType {
  /// The type of a file, by the ending of its name.
  ///
  /// Source: IANA, "Media Types".
  static func of(_ path: String) -> String {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return types[ending] ?? "application/octet-stream"
  }

  private static let types = [
    "avif": "image/avif", "css": "text/css; charset=utf-8", "gif": "image/gif",
    "html": "text/html; charset=utf-8", "ico": "image/x-icon", "jpeg": "image/jpeg",
    "jpg": "image/jpeg", "js": "text/javascript; charset=utf-8", "json": "application/json",
    "md": "text/markdown; charset=utf-8", "mp4": "video/mp4", "pdf": "application/pdf",
    "png": "image/png", "svg": "image/svg+xml", "ttf": "font/ttf",
    "txt": "text/plain; charset=utf-8", "webm": "video/webm", "webp": "image/webp",
    "woff": "font/woff", "woff2": "font/woff2", "xml": "application/xml",
  ]
}
