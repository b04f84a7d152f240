import Site

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
      ("content/index.md", Self.home),
      ("content/guide/index.md", Self.guide),
      ("content/guide/least-squares.md", Self.page),
      ("content/_schema/settings.json", Schema.settings.text),
      (".github/workflows/docs.yml", workflow),
    ]
  }

  /// What git is to leave out: the site is built and published by the workflow.
  static let ignored = "/site/"

  private static let settings = """
    # yaml-language-server: $schema=_schema/settings.json
    title: Documentation
    description: Mathematics that is checked whenever it is published

    # Where the site will be found; it gives a sitemap and previews in social media.
    # base_url: https://OWNER.github.io/REPOSITORY/

    # A link to edit each page.
    # edit: https://github.com/OWNER/REPOSITORY/edit/main/content/{path}

    # When each page was last changed, by the history of git.
    # dates: true

    """

  private static let home = """
    ---
    title: Home
    description: What this site is, and where to start
    order: 1
    ---

    # Documentation

    Every result on these pages that carries a mark was checked when the site was built. A mark opens to
    its evidence.

    - [The guide](guide/index.md) derives a gradient and claims it.

    > [!NOTE]
    > `docgen serve` shows this site while you write, and `docgen check` says what does not hold.

    """

  private static let guide = """
    ---
    title: Guide
    description: Gradients, derived and checked
    order: 2
    ---

    # Guide

    | page | shows |
    |---|---|
    | [Least squares](least-squares.md) | a block of statements, a table of layers, and a claim |

    """

  private static let page = """
    ---
    title: Least squares
    description: The gradient of a squared error, derived and checked
    ---

    # Least squares

    A line through data is found by making the squared error $F(s) = \\lVert As - x \\rVert_2^2$ small.

    ## The network

    ```derive least-squares
    A : (m, n)
    s : (n)
    x : (m)
    F = norm2(A*s - x)^2

    network F
    deltas F
    ```

    ## The gradient

    ```derive gradient
    gradient F wrt s
    gradient F wrt s = 2*A'*(A*s - x)
    ```

    The last line of the block is a claim. Write `A` for `A'` in it, and `docgen check` says what is wrong,
    with numbers at which both sides differ. In a sentence, `` `= gradient F wrt s` `` stands for the
    checked result: the slope is `= gradient F wrt s`.

    """

  /// Checks and builds with no rights but to read, also for a pull request from a stranger; only a push
  /// to the default branch publishes, in a job of its own that runs none of the repository's files.
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
              # All of the history, from which pages take their dates.
              fetch-depth: 0
          - uses: actions/checkout@v4
            with:
              repository: ${{ env.DOCGEN_REPOSITORY }}
              ref: ${{ env.DOCGEN_REVISION }}
              path: .docgen
              persist-credentials: false
          - name: Install what docgen needs
            id: docgen
            run: |
              .docgen/.ci/setup
              git config --global --add safe.directory "*"
              echo "revision=$(git -C .docgen rev-parse HEAD)" >> "$GITHUB_OUTPUT"
          # The same revision is compiled once.
          - uses: actions/cache@v4
            id: cache
            with:
              path: .docgen/.build
              key: docgen-${{ runner.arch }}-swift-6.3-${{ steps.docgen.outputs.revision }}
          - name: Build docgen
            if: steps.cache.outputs.cache-hit != 'true'
            run: swift build -c release --package-path .docgen --product docgen
          - name: Check every claim and build the site
            run: .docgen/.build/release/docgen build --format github
          - uses: actions/upload-pages-artifact@v3
            with:
              path: site
      # Publishes what was checked. In the repository's settings, Pages must be served from GitHub Actions;
      # remove this job to publish elsewhere.
      publish:
        if: github.event_name == 'push' && github.ref_name == github.event.repository.default_branch
        needs: check
        runs-on: ubuntu-latest
        permissions:
          pages: write
          id-token: write
        environment:
          name: github-pages
          url: ${{ steps.deployment.outputs.page_url }}
        steps:
          - id: deployment
            uses: actions/deploy-pages@v4

    """
  }
}
