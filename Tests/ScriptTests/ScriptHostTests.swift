import Script
import Testing

@Suite struct ScriptHostTests {
  @Test func argumentsAndResultsKeepTheirText() throws {
    let host = ScriptHost()
    try host.run("function echo(x, y) { return x.list[1] + y }", name: "test")
    let text = "\u{0}\"\\\n𝔸é</script>"
    #expect(try host.call("echo", [["list": [1, .string(text)]], "!"]) == text + "!")
  }

  @Test func argumentsOutliveTheCollectionsOfACall() throws {
    let host = ScriptHost()
    try host.run(
      "function sizes(a, b, c) { return [a.length, b.length, c.length].join() }", name: "test")
    let text = JSONValue.string(String(repeating: "a", count: 400_000))
    for _ in 0..<200 {
      #expect(try host.call("sizes", [text, text, text]) == "400000,400000,400000")
    }
  }

  @Test func thrownErrorCarriesMessageAndPosition() throws {
    let host = ScriptHost()
    try host.run(
      "function fail() { var e = new Error('no'); e.position = 7; throw e }", name: "test")
    #expect(throws: ScriptError("no", position: 7)) { try host.call("fail", []) }
  }

  @Test func thrownTextIsTheMessage() throws {
    let host = ScriptHost()
    try host.run("function fail() { throw 'plain' }", name: "test")
    #expect(throws: ScriptError("plain")) { try host.call("fail", []) }
  }

  @Test func unknownFunctionIsNamed() {
    #expect(throws: ScriptError("no function nothing")) { try ScriptHost().call("nothing", []) }
  }

  @Test func hostsShareNothing() throws {
    let first = ScriptHost()
    let second = ScriptHost()
    try first.run("function only() { return 1 }", name: "test")
    #expect(try first.call("only", []) == "1")
    #expect(throws: ScriptError("no function only")) { try second.call("only", []) }
  }

  @Test func scriptsReachNoFilesAndNoNetwork() throws {
    let host = ScriptHost()
    try host.run(
      "function names() { return [typeof fetch, typeof require, typeof XMLHttpRequest].join() }",
      name: "test")
    #expect(try host.call("names", []) == "undefined,undefined,undefined")
  }

  @Test(arguments: [
    (JSONValue.number(2), "2"), (.number(0.5), "0.5"), (.number(.nan), "null"),
    (.object(["b": .array([true, nil]), "a": "\u{1}\""]), #"{"a":"\u0001\"","b":[true,null]}"#),
  ])
  func jsonTextHasSortedKeysAndEscapes(_ value: JSONValue, _ text: String) {
    #expect(value.text == text)
  }
}
