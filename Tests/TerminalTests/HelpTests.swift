import Diagnostics
import Terminal
import Testing

@Suite struct HelpTests {
  @Test func overviewListsCommandsAndOutcomes() {
    #expect(
      Command.overview == """
        docgen \(docgenVersion): documentation whose mathematics is checked

        Usage: docgen COMMAND [options]

        Commands:
          init         start a project
          build        check every page, then publish the site
          serve        show the site while it is being written
          check        check every page and write nothing
          fix          show how a wrong claim would be mended
          adopt        propose what an existing page should declare
          derive       derive the derivatives of one formula, without a page
          explain      explain a code such as refuted
          schema       print the JSON schema of docgen.yml or of front matter
          template     print one of the templates that pages are made by
          doctor       check that all that a build needs is there
          clean        remove the published site
          completions  print a script that completes commands in a shell
          man          print the manual page
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
          -o, --output DIR  the folder of the published site; site/ unless given

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

  @Test func helpOfDeriveExplainsItsArgument() {
    #expect(
      Command.derive.helpText == """
        Usage: docgen derive [options] FORMULA

        Prints the layers, the deltas and the gradient of a scalar function, and the
        conditions it holds under. What --given says is read as in a derive block of a
        page.

        Arguments:
          FORMULA  the function, as in 'norm2(A*s-x)^2'

        Options:
              --wrt NAME          a variable to differentiate by, or a layer, as z2 or
                                  a2; may be repeated
              --given STATEMENTS  declarations and definitions, separated by ';'; may be
                                  repeated
              --claim FORMULA     a claimed gradient, to be checked against the derived
                                  one
              --derivative KIND   what to derive; gradient unless given: gradient,
                                  jacobian, hessian
              --along NAME        derive along this direction; one for each --wrt, whose
                                  variables are taken one after the other
              --layout LAYOUT     how matrices of derivatives are laid out; mixed unless
                                  given: mixed, denominator, numerator
              --structure HOW     which entries of a symmetric, skew, diagonal or
                                  triangular variable move; free unless given: free,
                                  projected, entries
              --steps             show the derivation step by step
              --to LANGUAGE       print the function and its gradient as a program
                                  instead: numpy, jax, pytorch, julia, matlab, swift,
                                  latex
          -f, --format FORMAT     the form of the report; text unless given: text, json,
                                  github, sarif, junit

        Common options:
          -h, --help  print this help

        Examples:
          docgen derive 'sum(A*s)' --wrt A --given 'A : (m, n); s : (n)'
              the gradient by A
          docgen derive 'sum(exp(x))' --wrt x --derivative hessian --given 'x : (n)'
              a Hessian
          docgen derive 'x^2' --wrt x --given 'x : scalar' --claim '2*x'
              check a gradient
          docgen derive 'sum(A*s)' --wrt A --given 'A : (m, n); s : (n)' --to numpy
              the same as a program

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
