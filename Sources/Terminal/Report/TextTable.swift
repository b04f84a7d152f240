/// A table for a terminal: columns aligned by what is displayed, two spaces apart.
struct TextTable: Hashable, Sendable {
  var header: [String]
  var rows: [[String]]

  /// The lines of the table, indented by two spaces, none ending in a space.
  ///
  /// - Complexity: linear in the text.
  var lines: [String] {
    let all = ([header] + rows).map { $0.map { Text($0) } }
    let widths = header.indices.map { column in
      all.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    return all.map { cells in
      let padded = zip(cells, widths).map { cell, width in
        cell.text + String(repeating: " ", count: width - cell.width)
      }
      let line = "  " + padded.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// A piece of text as it is printed, and how many columns of the terminal it takes.
  private struct Text {
    var text = ""
    var width = 0

    init(_ source: String) {
      for character in source {
        let cell = character.cell(at: width)
        text += cell.text
        width += cell.width
      }
    }
  }
}
