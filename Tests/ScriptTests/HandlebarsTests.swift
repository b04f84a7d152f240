import Diagnostics
import Script
import Testing

@Suite struct HandlebarsTests {
  @Test func templateIsFilledInAndEscaped() throws {
    let templates = try Handlebars(ScriptHost())
    try templates.compile("list", "{{#each items}}<li>{{this}}</li>{{/each}}")
    try templates.compile("page", "<h1>{{title}}</h1>{{> list}}{{{html}}}")
    let data: JSONValue = ["title": "<script>", "items": ["a&b", "c"], "html": "<b>x</b>"]
    #expect(
      try templates.render("page", data)
        == "<h1>&lt;script&gt;</h1><li>a&amp;b</li><li>c</li><b>x</b>")
  }

  @Test func unknownTemplateIsNamed() throws {
    let templates = try Handlebars(ScriptHost())
    #expect(throws: ScriptError("no template toString")) {
      try templates.render("toString", [:])
    }
  }

  @Test func brokenTemplateNamesItsLine() throws {
    let templates = try Handlebars(ScriptHost())
    let error = #expect(throws: ScriptError.self) {
      try templates.compile("page", "<p>\n{{#if}}")
    }
    #expect(error?.message.hasPrefix("Parse error on line 2:") == true)
  }

  @Test func missingLibraryNamesTheSetUp() throws {
    let host = ScriptHost()
    #expect(
      throws: Diagnostic(
        .missingLibrary, "handlebars/handlebars.js is not in /nowhere, /neither",
        hint: "run .ci/setup, which installs libjs-handlebars")
    ) { try Handlebars(host, in: ["/nowhere", "/neither"]) }
  }
}
