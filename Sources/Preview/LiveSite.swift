internal import Foundation
internal import Synchronization

/// A site in memory that is replaced while it is being looked at.
package final class LiveSite: Sendable {
  private struct State {
    var files: [String: [UInt8]] = [:]
    /// What is wrong with the content; empty where all is well.
    var trouble = ""
    /// Counts the changes.
    var version = 0
  }

  private let state = Mutex(State())

  package init() {}

  /// Puts a site in the place of the one before.
  ///
  /// - Parameters:
  ///   - files: by path within the site; nil leaves the last good one.
  ///   - trouble: what is shown over every page; empty where all is well.
  package func replace(files: [String: [UInt8]]?, trouble: String) {
    state.withLock { state in
      let files = files ?? state.files
      guard files != state.files || trouble != state.trouble else { return }
      state.files = files
      state.trouble = trouble
      state.version += 1
    }
  }

  /// How often the site has changed.
  package var version: Int { state.withLock { $0.version } }

  // MARK: Answers

  /// The path at which the events of changes are sent.
  static let events = "/docgen-live-events"
  private static let script = "/docgen-live.js"
  private static let report = "/docgen-live-report.txt"

  /// What is said to a request for a path, which starts with a slash and is decoded.
  package func answer(_ path: String) -> Answer {
    switch path {
    case Self.script: return Answer(200, MediaType.of("a.js"), Array(LiveScript.text.utf8))
    case Self.report:
      return Answer(200, MediaType.of("a.txt"), Array(state.withLock { $0.trouble }.utf8))
    default: return file(String(path.dropFirst()))
    }
  }

  private func file(_ path: String) -> Answer {
    let files = state.withLock { $0.files }
    let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    if let bytes = files[name] { return page(200, name, bytes) }
    if files[name + "/index.html"] != nil {
      // A path that starts with two slashes would name another host.
      let way = "/" + name.drop { $0 == "/" } + "/"
      return Answer(301, "text/plain", [], location: SitePathEncoding.encoded(way))
    }
    guard let missing = files["404.html"] else { return Answer(404, "there is no such page yet") }
    return page(404, "404.html", Self.atTheTop(missing))
  }

  /// The page for addresses that lead nowhere, whose links begin with the folder of the published site,
  /// with links from the top: here the site has no folder.
  private static func atTheTop(_ page: [UInt8]) -> [UInt8] {
    let text = String(decoding: page, as: UTF8.self)
    guard let root = text.firstMatch(of: #/href="(\/[^"]+\/)docgen\.css"/#)?.1 else { return page }
    return Array(text.replacing("=\"\(root)", with: "=\"/").utf8)
  }

  /// A file; a page with the script that shows changes.
  private func page(_ status: Int, _ name: String, _ bytes: [UInt8]) -> Answer {
    let type = MediaType.of(name)
    guard type.hasPrefix("text/html") else { return Answer(status, type, bytes) }
    let tag = Array("<script src=\"\(Self.script)\" defer></script>\n".utf8)
    let end = Array("</head>".utf8)
    let place = bytes.firstRange(of: end)?.lowerBound ?? 0
    return Answer(status, type, bytes[..<place] + tag + bytes[place...])
  }
}

/// Paths as they stand in a header.
enum SitePathEncoding {
  static func encoded(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "/"
  }
}

/// What runs in the reader's browser.
enum LiveScript {
  static let text = """
    // Shows changes of the site as they are made, and what is wrong with it.
    (function () {
      "use strict";
      var version = null;
      // What was closed stays closed until something else is wrong.
      var key = "docgen-trouble-closed";
      function tell(text) {
        var box = document.getElementById("docgen-trouble");
        if (text && sessionStorage.getItem(key) === text) text = "";
        if (!text) {
          if (box) box.remove();
          return;
        }
        if (!box) {
          box = document.createElement("pre");
          box.id = "docgen-trouble";
          box.setAttribute("role", "alert");
          box.tabIndex = 0;
          Object.assign(box.style, {
            position: "fixed", inset: "auto 0 0 0", maxHeight: "25vh", margin: 0, zIndex: 1000,
            overflow: "auto", padding: "1rem", background: "#2b1113", color: "#ffe9e9",
            borderTop: "3px solid #e5484d", font: "0.85rem/1.45 monospace", whiteSpace: "pre-wrap",
          });
          document.body.append(box);
        }
        box.textContent = text;
        var close = document.createElement("button");
        close.textContent = "×";
        close.setAttribute("aria-label", "Close");
        Object.assign(close.style, {
          float: "right", position: "sticky", top: 0, font: "1.4rem/1 sans-serif", color: "inherit",
          background: "#2b1113", border: "1px solid", borderRadius: "4px", cursor: "pointer",
        });
        close.onclick = function () {
          sessionStorage.setItem(key, text);
          tell("");
        };
        box.prepend(close);
      }
      function report() {
        fetch("/docgen-live-report.txt").then(function (answer) { return answer.text(); }).then(tell);
      }
      report();
      var events = new EventSource("/docgen-live-events");
      events.onmessage = function (event) {
        if (version !== null && event.data !== version) location.reload();
        version = event.data;
      };
    })();

    """
}
