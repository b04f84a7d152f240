import Backprop
import MatrixCalculus

/// Which parts of a delta table are written out: of all rows or of none, so that one column is read one way.
struct DeltaWriting {
  /// How many characters of text notation have room.
  private static let room = (input: 24, slope: 24, value: 32)

  private let show: Showing
  private let inputs: Bool
  private let slopes: Bool
  private let values: Bool

  init(_ deltas: Deltas, _ show: Showing) {
    self.show = show
    inputs = deltas.rows.allSatisfy { show.fits($0.layer.input, in: Self.room.input) }
    slopes = deltas.rows.allSatisfy { show.fits($0.slope, in: Self.room.slope) }
    values = deltas.rows.allSatisfy { show.fits($0.value, in: Self.room.value) }
  }

  /// z⁽ˡ⁾ in the variables of the function, or in the activations that feed the layer.
  func input(_ layer: Network.Layer) -> Shown {
    inputs ? show(layer.input) : show.lettered((layer.feed?.formula ?? layer.input).simplified)
  }

  /// f′(z⁽ˡ⁾) in the variables of the function, or in z⁽ˡ⁾.
  func slope(_ row: Deltas.Row) -> Shown {
    slopes ? show(row.slope) : show.lettered(row.layer.letteredSlope.simplified)
  }

  /// δ⁽ˡ⁾ in the variables of the function, or in the deltas of the layers that it feeds.
  func value(_ row: Deltas.Row) -> Shown {
    values ? show(row.value) : show.lettered(row.formula)
  }
}
