import Terminal
import Testing

@Suite struct HelpTests {
  @Test func overviewListsCommandsAndOutcomees() {
    #expect(
      Command.overview == """
        docgen \(docgenVersion): documentation whose mathematics is checked

        Usage: docgen COMMAND [options]

        Commands:
          build        check every page, then publish the site
          check        check every page and write nothing
          explain      explain a code such as refuted
          completions  print a script that completes commands in a shell
          help         print the help of a command

        Options:
          -h, --help     print this help
              --version  print the version

        Exit status:
          0    every claim and every check stands
          1    a claim or a check failed
          2    the command line, the configuration or the input cannot be used
          3    an error of docgen itself
          130  interrupted

        docgen help COMMAND prints the options of a command.

        """)
  }

  @Test func helpOfBuild() {
    #expect(
      Command.build.helpText == """
        Usage: docgen build [options]

        Checks every page of content/ and publishes the site from them. If a claim or a
        check fails, nothing is published and the site stays as it was.

        Options:
              --check       publish nothing; fail if the published site differs from
                            what would be
              --draft       publish even if claims fail; failing claims are marked on
                            the page
          -o, --output DIR  publish into this folder instead of site/

        Common options:
              --root DIR       the folder that holds content/; the current one unless
                               given
          -f, --format FORMAT  the form of the report; text unless given: text, json,
                               github, sarif, junit
          -j, --jobs N         how many pages are checked at once; one for each
                               processor unless given
              --strict         let warnings fail the run too
          -q, --quiet          print failures only
          -v, --verbose        print the claims that stand as well
          -h, --help           print this help

        Examples:
          docgen build          publish content/ into site/
          docgen build --check  in continuous integration: is site/ up to date?

        """)
  }

  @Test func helpOfCompletionsNamesTheShells() {
    #expect(
      Command.completions.helpText == """
        Usage: docgen completions [options] SHELL

        Prints a script that teaches the shell to complete docgen's commands, options
        and their values.

        Arguments:
          SHELL  the shell: bash, zsh, fish

        Options:
          -h, --help  print this help

        Examples:
          source <(docgen completions bash)  complete in this bash
          docgen completions fish | source   complete in this fish

        """)
  }

  @Test(arguments: Command.all)
  func helpFitsInEightyColumns(_ command: Command) {
    for line in command.helpText.split(separator: "\n") { #expect(line.count <= 80) }
  }
}
