import Foundation
import KesiCluster
import KesiResults
import Testing

@testable import kesi

@Suite("How a run ends that cannot go on")
struct FailureTests {
  private func text(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }

  @Test("What an engine cannot do is said, and is a mistake in what was asked for")
  func refusal() async {
    let result = await #expect(processExitsWith: .exitCode(64), observing: [\.standardErrorContent]) {
      Failure.exit(with: EngineRefusal(engine: "spark", number: "katz"))
    }
    #expect(text(result).contains("The engine spark does not compute katz."), "\(text(result))")
    #expect(!text(result).contains("something went wrong"))
  }

  @Test("What is shown on a terminal steers none: tabs, line ends and letters stay")
  func terminal() {
    let shown = Console.steeringNothing(Array("a\u{1B}[31m\t苏\r\nb\u{9B}1m\n".utf8))
    #expect(String(decoding: shown, as: UTF8.self) == "a␛[31m\t苏\r\nb\u{FFFD}1m\n")
  }

  @Test("Where no temporary file can be written it is said which setting says where they go", arguments: ["en", "zh"])
  func temporary(language: String) throws {
    let folder = try Folder()
    let run = try Program.run(
      "metrics", "Tests/Networks/cluster", "--measure", "degree", "-o", folder.path("m.sqlite"), "--lang", language,
      environment: ["TMPDIR": folder.path("none")])
    #expect(
      run.status == 73 && run.errors.contains("TMPDIR") && run.errors.contains(folder.path("none")), "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test("What an engine gets wrong is said, and is no fault of who asked")
  func wrong() async {
    let result = await #expect(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      Failure.exit(with: WrongAnswer(engine: "spark", number: "katz", count: 1, expected: 2))
    }
    #expect(text(result).contains("The engine spark gave 1 values of katz, not 2"), "\(text(result))")
    #expect(!text(result).contains("something went wrong"))
  }
}
