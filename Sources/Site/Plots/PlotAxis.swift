internal import Foundation

/// One axis of a plot: where numbers stand on it, and which are written.
struct PlotAxis {
  /// The numbers at both ends; of powers of ten their exponents.
  let low: Double
  let high: Double
  let isLogarithmic: Bool

  /// - Parameter values: what has to find room.
  init(_ values: [Double], isLogarithmic: Bool, padded: Bool) {
    self.isLogarithmic = isLogarithmic
    let shown = isLogarithmic ? values.map(log10) : values
    let (least, most) = (shown.min() ?? 0, shown.max() ?? 1)
    if isLogarithmic {
      low = least.rounded(.down)
      high = max(most.rounded(.up), least.rounded(.down) + 1)
    } else {
      let room = padded ? max(most - least, 1e-9) * 0.06 : 0
      low = least - room
      high = most > least ? most + room : least + 1
    }
  }

  /// How far along the axis a number stands, from 0 to 1.
  func share(of value: Double) -> Double {
    ((isLogarithmic ? log10(value) : value) - low) / (high - low)
  }

  /// The numbers that are written, with their share.
  var ticks: [(share: Double, text: String)] {
    if isLogarithmic {
      let step = max(1, Int(((high - low) / 6).rounded(.up)))
      return stride(from: Int(high), through: Int(low), by: -step).map { power in
        ((Double(power) - low) / (high - low), "10\(Self.raised(power))")
      }
    }
    let step = Self.step(high - low)
    let first = Int((low / step).rounded(.up))
    let last = Int((high / step).rounded(.down))
    guard first <= last else { return [] }
    return (first...last).map { index in
      let value = Double(index) * step
      return ((value - low) / (high - low), Self.text(value, step))
    }
  }

  /// A round number of which a handful fit into the length: 1, 2 or 5 times a power of ten.
  private static func step(_ length: Double) -> Double {
    let rough = length / 5
    let power = pow(10, log10(rough).rounded(.down))
    let factor = [1.0, 2, 5, 10].first { $0 * power >= rough } ?? 10
    return factor * power
  }

  private static func text(_ value: Double, _ step: Double) -> String {
    let digits = max(0, Int((-log10(step)).rounded(.up)))
    let text = String(format: "%.\(digits)f", value)
    return text.replacing("-", with: "−")
  }

  private static func raised(_ power: Int) -> String {
    let digits: [Character: Character] = [
      "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
      "9": "⁹", "-": "⁻",
    ]
    return String("\(power)".map { digits[$0] ?? $0 })
  }
}
