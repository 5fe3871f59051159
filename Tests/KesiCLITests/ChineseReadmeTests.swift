import Foundation
import Testing

@Suite("README.zh.md")
struct ChineseReadmeTests {
  @Test("says all that the help says: every command and its options")
  func helpInChinese() throws {
    let text = try String(contentsOf: Program.root.appending(path: "README.zh.md"), encoding: .utf8)
    let help = try Program.run("--help").output
    let list = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS:") }
    let commands = list.compactMap { $0.firstMatch(of: /^ {2}([a-z-]+)/).map { String($0.1) } }
    #expect(commands.count >= 14)
    for command in commands where command != "help" {
      #expect(text.contains("`\(command)`"), "README.zh.md does not tell of \(command)")
      let own = try Program.run(command, "--help").output
      let options = own.matches(of: /(?:^|\s)(--[a-z][a-z-]*)/.anchorsMatchLineEndings()).map { String($0.1) }
      #expect(options.contains("--help"))
      for option in Set(options) where option != "--version" {
        #expect(text.contains("`\(option)"), "\(command) \(option)")
      }
    }
  }
}
