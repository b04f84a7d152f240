/// Where in a network a line of a gradient comes from: `W in the input of layer 2`.
package struct Origin: Hashable, Sendable {
  /// The words, with `{name}` for the variable and `{layer}` for a number.
  package let words: String
  /// The variable that is differentiated by.
  package let name: Shown
  package let layer: Int?

  package init(words: String, name: Shown = Shown(text: "", tex: ""), layer: Int? = nil) {
    self.words = words
    self.name = name
    self.layer = layer
  }

  /// What it says in plain characters.
  package var text: String {
    words.replacing("{name}", with: name.text)
      .replacing("{layer}", with: layer.map(String.init) ?? "")
  }

  /// All words there are.
  package static let allWords = [
    "the weight of layer {layer}", "the weight of layer {layer}, transposed back",
    "the weight of layer {layer}, to be transposed", "the input of the network",
    "{name} within the weight of layer {layer}", "{name} in the input of layer {layer}",
    "{name} in the activation of layer {layer}", "{name} in front of the sum",
    "what it does to a direction",
  ]
}
