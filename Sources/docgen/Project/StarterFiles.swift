/// The files of a new project.
struct StarterFiles {
  /// The GitHub repository of docgen's sources, `OWNER/NAME`; empty where it is not known.
  var repository: String
  /// What to check out there; nil for its default branch.
  var revision: String?

  /// By path.
  var all: [(path: String, text: String)] {
    [
      ("content/docgen.yml", Self.settings),
      ("content/index.md", Self.page),
      (".github/workflows/docs.yml", workflow),
    ]
  }

  /// What git is to leave out: copies of what the system has installed.
  static let ignored = "/site/vendor/"

  private static let settings = """
    title: Documentation
    # Which display equations are claims: marked, or all that speak of declared names.
    check: marked

    """

  private static let page = """
    ---
    title: Home
    description: A first page whose mathematics is checked
    ---

    # Least squares

    A line through data is found by making the squared error small.

    ```derive least-squares
    A : (m, n)
    s : (n)
    x : (m)
    F = norm2(A*s - x)^2

    network F
    deltas F
    gradient F wrt s
    gradient F wrt s = 2*A'*(A*s - x)
    ```

    The last line of the block is a claim. Write `A` for `A'` in it, and `docgen check` says what is
    wrong.

    """

  /// Checks the site with no rights but to read, also for a pull request from a stranger.
  private var workflow: String {
    """
    name: docs
    on:
      push:
      pull_request:
    permissions:
      contents: read
    env:
      # Where docgen's sources are on GitHub, as OWNER/NAME, and what to check out there; the default
      # branch where nothing is given.
      DOCGEN_REPOSITORY: "\(repository)"
      DOCGEN_REVISION: "\(revision ?? "")"
    jobs:
      check:
        runs-on: ubuntu-latest
        container: swift:6.3-bookworm
        steps:
          - name: Require docgen's repository
            if: env.DOCGEN_REPOSITORY == ''
            run: |
              echo "::error::set DOCGEN_REPOSITORY in .github/workflows/docs.yml"
              exit 1
          - uses: actions/checkout@v4
            with:
              persist-credentials: false
          - uses: actions/checkout@v4
            with:
              repository: ${{ env.DOCGEN_REPOSITORY }}
              ref: ${{ env.DOCGEN_REVISION }}
              path: .docgen
              persist-credentials: false
          - name: Build docgen
            run: |
              .docgen/.ci/setup
              swift build -c release --package-path .docgen --product docgen
          - name: Check every claim, and that site/ is up to date
            run: .docgen/.build/release/docgen build --check --format github

    """
  }
}
