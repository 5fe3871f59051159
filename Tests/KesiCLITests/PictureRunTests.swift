import Foundation
import Testing

@Suite("Pictures of the program")
struct PictureRunTests {
  /// Where memory lies, and in which order hashed collections are walked, differs from process to process.
  @Test(
    "The same command writes the same bytes in every process",
    arguments: [
      ["graphs/classics/karate"], ["graphs/classics/davis", "--lang", "zh"], ["Tests/Networks/cluster", "--seed", "4"],
      ["Tests/Networks/cluster", "--view", "gaps"], ["Tests/Networks/cluster", "--view", "chains", "--format", "png"],
      ["Tests/Networks/colleges", "--view", "coverage", "--format", "pdf"],
      ["graphs/consortium", "--view", "consortium", "--format", "dot"], ["graphs/park", "--view", "matrix"],
      ["graphs/majors", "--view", "matches"],
    ])
  func same(_ arguments: [String]) throws {
    let folder = try Folder()
    var pictures = Set<Data>()
    for number in 0..<6 {
      let file = folder.path("\(number)")
      let format = arguments.contains("--format") ? [] : ["--format", "svg"]
      let process = try Program.start(
        ["render"] + arguments + format + ["-o", file, "--quiet"],
        environment: ["KESI_TEST": String(repeating: "x", count: 1 + 977 * number)], output: nil, errors: nil)
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
      pictures.insert(try Data(contentsOf: URL(filePath: file)))
    }
    #expect(pictures.count == 1)
  }
}
