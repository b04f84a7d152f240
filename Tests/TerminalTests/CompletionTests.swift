import Foundation
import Terminal
import Testing

@Suite struct CompletionTests {
  /// A small command with everything that completions have to quote.
  private let sample = Command(
    "tell", "tell [all]: it's easy", discussion: "",
    operands: [.init("WHAT", isRequired: false, choices: ["a", "b"], "what to tell")],
    options: [
      .init("format", letter: "f", takes: .choice("FORMAT", of: ["x", "y"]), "the form"),
      .init("root", takes: .folder("DIR"), repeats: true, "the folder"),
    ])

  @Test func pathsAreCompletedAsFiles() {
    let paths = Command(
      "open", "open a file", discussion: "",
      operands: [.init("FILE", isRequired: false, isPath: true, "the file")])
    #expect(
      Shell.bash.script(for: [paths]).contains(
        "    open) words='--help'; compopt -o default 2>/dev/null ;;\n"))
    #expect(Shell.zsh.script(for: [paths]).contains("      '::the file:_files' ;;\n"))
    #expect(
      Shell.fish.script(for: [paths]).hasSuffix(
        "complete -c docgen -n '__fish_seen_subcommand_from open' -F\n"))
  }

  @Test func zshScript() {
    #expect(
      Shell.zsh.script(for: [sample]) == #"""
        #compdef docgen
        _docgen() {
          local -a commands
          commands=(
            'tell:tell \[all\]\: it'\''s easy'
          )
          if (( CURRENT == 2 )); then
            _describe command commands
            return
          fi
          shift words
          (( CURRENT-- ))
          case "$words[1]" in
            tell) _arguments \
              '--format[the form]:FORMAT:(x y)' \
              '-f[the form]:FORMAT:(x y)' \
              '*--root[the folder]:DIR:_files -/' \
              '--help[print this help]' \
              '-h[print this help]' \
              '::what to tell:(a b)' ;;
          esac
        }
        if [[ "$funcstack[1]" == _docgen ]]; then _docgen "$@"; else compdef _docgen docgen; fi

        """#)
  }

  @Test func fishScript() {
    #expect(
      Shell.fish.script(for: [sample]) == #"""
        complete -c docgen -f
        complete -c docgen -n __fish_use_subcommand -l version -d 'print the version'
        complete -c docgen -n __fish_use_subcommand -a tell -d 'tell [all]: it\'s easy'
        complete -c docgen -n '__fish_seen_subcommand_from tell' -l format -s f -x -a 'x y' -d 'the form'
        complete -c docgen -n '__fish_seen_subcommand_from tell' -l root -x -a '(__fish_complete_directories)' -d 'the folder'
        complete -c docgen -n '__fish_seen_subcommand_from tell' -l help -s h -d 'print this help'
        complete -c docgen -n '__fish_seen_subcommand_from tell' -a 'a b' -d 'what to tell'

        """#)
  }

  /// What bash offers for the last of some words, by running its own completion.
  private func bashAnswer(_ words: [String]) throws -> [String] {
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    let script =
      Shell.bash.script()
      + "COMP_WORDS=(\(list)); COMP_CWORD=\(words.count - 1); _docgen; echo \"${COMPREPLY[@]}\"\n"
    let bash = Process()
    bash.executableURL = URL(fileURLWithPath: "/bin/bash")
    bash.arguments = ["--norc", "-c", script]
    let output = Pipe()
    bash.standardOutput = output
    try bash.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    bash.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .map { String($0) }
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")),
    arguments: [
      (["docgen", "bu"], ["build"]),
      (["docgen", "--v"], ["--version"]),
      (["docgen", "build", "--d"], ["--draft"]),
      (["docgen", "derive", "--w"], ["--wrt"]),
      (["docgen", "derive", "--format", "js"], ["json"]),
      (["docgen", "fix", "--w"], ["--write"]),
      (["docgen", "check", "--format", "s"], ["sarif"]),
      (["docgen", "check", "-f", "j"], ["json", "junit"]),
      (["docgen", "check", "--jobs", ""], []),
      (["docgen", "completions", "z"], ["zsh"]),
      (
        ["docgen", "explain", "unk"],
        ["unknown-name", "unknown-function", "unknown-key", "unknown-label"]
      ),
    ])
  func bashCompletesTheWord(_ words: [String], _ answer: [String]) throws {
    #expect(try bashAnswer(words) == answer)
  }
}
