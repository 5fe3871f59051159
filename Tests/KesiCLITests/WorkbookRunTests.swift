import Foundation
import Testing

@Suite("Workbooks")
struct WorkbookRunTests {
  private static let network = Program.root.appending(path: "Tests/Networks/cluster").path

  private func isWorkbook(_ data: Data) -> Bool { data.starts(with: Data("PK".utf8)) && data.count > 4000 }

  @Test(
    "Every table is written as a workbook",
    arguments: [
      "check NET", "summary NET", "metrics NET", "metrics NET --ties", "chains NET", "chains NET --explain biomedicine",
      "gaps NET --draws 100", "suggest NET --ties 1", "what-if NET --remove E2",
      "compare NET --before 2021 --after 2023",
      "resilience NET", "resilience NET --removal", "mixing NET", "mixing NET --show square", "mixing NET --show helix",
      "mixing NET --show roles", "mixing NET --show index", "explain degree", "report NET --draws 100", "convert NET",
    ])
  func tables(line: String) throws {
    let folder = try Folder()
    for language in ["en", "zh"] {
      let run = try folder.shell(
        "kesi \(line.replacing("NET", with: Self.network)) --lang \(language) -o \(language).xlsx")
      #expect(run.status == 0, "\(run.errors)")
      #expect(isWorkbook(try Data(contentsOf: folder.url.appending(path: "\(language).xlsx"))))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(names == ["en.xlsx", "zh.xlsx"])
  }

  @Test("A workbook goes into a file, a pipe or a redirection, the same bytes at any time, and not onto a terminal")
  func destinations() throws {
    let folder = try Folder()
    let command = "kesi metrics \(Self.network) --measure degree"
    let run = try folder.shell(
      """
      \(command) -o a.xlsx; \(command) --format xlsx > b; sleep 1.1; \(command) --format xlsx | cat > c
      \(command) --format xlsx -o - > d; \(command) --format xlsx -o /dev/stdout | cat > e
      cmp a.xlsx b && cmp a.xlsx c && cmp a.xlsx d && cmp a.xlsx e
      """)
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
    #expect(isWorkbook(try Data(contentsOf: folder.url.appending(path: "c"))))
    let terminal = try folder.shell(
      "script -qec '\(Program.kesi.path) metrics \(Self.network) --format xlsx' /dev/null")
    #expect(terminal.status == 64 && terminal.output.contains("-o gaps.xlsx"), "\(terminal.output)")
  }

  @Test("With --headers it holds what CSV holds, without it what people see")
  func headers() throws {
    let folder = try Folder()
    let command = "kesi gaps \(Self.network) --draws 100 --quiet"
    let run = try folder.shell(
      "\(command) -o a.xlsx; \(command) --headers en -o b.xlsx; \(command) --headers zh -o c.xlsx; cmp -s a.xlsx b.xlsx || cmp -s b.xlsx c.xlsx; echo $?"
    )
    #expect(run.output == "1\n" && run.errors.isEmpty, "\(run.errors)")
  }

  @Test("A workbook to fill in replaces nothing")
  func new() throws {
    let folder = try Folder()
    #expect(try folder.shell("kesi new -o 模板.xlsx --lang zh").status == 0)
    let before = try Data(contentsOf: folder.url.appending(path: "模板.xlsx"))
    let again = try folder.shell("kesi new -o 模板.xlsx --lang zh")
    #expect(again.status == 73 && again.errors.contains("已存在") && isWorkbook(before))
    #expect(try Data(contentsOf: folder.url.appending(path: "模板.xlsx")) == before)
    #expect(try folder.shell("kesi new -o heads/ && kesi new -o heads/").status == 73)
  }

  @Test("What is not used by what is written is refused")
  func refused() throws {
    let folder = try Folder()
    for (line, word) in [
      ("-o a.kesi --headers zh", "--headers"), ("-o a.csv --headers zh", "--headers"), ("-o a.xlsx --excel", "--excel"),
      ("-o a.kesi --excel", "--excel"),
    ] {
      let run = try folder.shell("kesi convert \(Self.network) \(line)")
      #expect(run.status == 64 && run.errors.contains(word), "\(line): \(run.errors)")
    }
  }
}
