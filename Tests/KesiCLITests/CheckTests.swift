import Foundation
import Testing

@Suite("What check tells")
struct CheckTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    let rows = (1...40).map { "A\($0),Actor \($0),firmx\n" }.joined()
    try folder.write("id,name,kind\n" + rows, to: "actors.csv")
    try folder.write("source,target,weight\nA1,A2,1\nA2,A3,2\n", to: "ties.csv")
  }

  private func rows(_ run: Run) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
  }

  @Test("Problems are rows of the table for programs, one for each value, in the language")
  func problems() throws {
    for (language, word) in [("en", "not a declared kind"), ("zh", "不是已声明的类型")] {
      let run = try Program.run("check", folder.url.path, "--format", "json", "--lang", language)
      #expect(run.status == 0)
      let rows = try rows(run)
      #expect(rows[0]["table"] as? String == "actors" && rows[0]["rows"] as? Int == 40 && rows[0]["severity"] is NSNull)
      let kinds = rows.filter { $0["column"] as? String == "kind" && $0["severity"] as? String == "notice" }
      #expect(kinds.count == 1 && kinds[0]["count"] as? Int == 40 && kinds[0]["row"] as? Int == 2, "\(kinds)")
      #expect(
        (kinds.first?["message"] as? String)?.contains(word) == true && kinds.first?["file"] as? String == "actors.csv")
    }
    let header = try Program.run("check", folder.url.path, "--format", "csv", "--quiet").output.prefix { $0 != "\n" }
    #expect(header == "table,rows,severity,file,row,column,message,count")
  }

  @Test("Data that cannot be used gives the table all the same, with status 65, on standard output or in a file")
  func errors() throws {
    try folder.write("source,target,weight\nA1,A2,x\nA2,A3,x\nA3,A9,y\n", to: "ties.csv")
    let run = try Program.run("check", folder.url.path, "--format", "ndjson")
    #expect(run.status == 65 && run.errors.contains("(2 rows, the first is 2)"))
    #expect(
      run.output.contains(#""severity": "error", "file": "ties.csv", "row": 2, "column": "weight""#), "\(run.output)")
    #expect(run.output.contains("notice"), "what was noticed before is told, too")
    let file = folder.path("problems.csv")
    #expect(try Program.run("check", folder.url.path, "-o", file, "--quiet").status == 65)
    #expect(try folder.read("problems.csv").contains("error,ties.csv,4,weight"))
    #expect(try Program.run("check", folder.url.path, "--strict", "--quiet", "-o", "-").status == 65)
  }

  @Test("People read problems below the table, and what is worth a look", arguments: ["table", "markdown"])
  func people(format: String) throws {
    let run = try Program.run("check", folder.url.path, "--format", format)
    #expect(run.output.contains("Worth a look") && run.output.contains("40 rows") || run.output.contains("(40"))
    #expect(!run.output.contains("severity"))
    let clean = try Program.run("check", "graphs/classics/karate", "--format", format, "--lang", "zh")
    #expect(clean.output.contains("未发现问题。"), "\(clean.output)")
  }

  @Test("Of a folder without tables, or one table of a folder, it is said what to name instead")
  func wrongPlace() throws {
    let place = try Folder()
    func said(_ path: String) throws -> String {
      let run = try Program.run("summary", path)
      #expect(run.status == 65, "\(path)")
      return run.errors
    }
    #expect(try said(place.url.path).contains("is an empty folder"))
    #expect(try said(folder.path("actors.csv")).contains("Name the folder: \(folder.url.path)/"))
    let inner = place.path("inner")
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    try "id,name,kind\n".write(toFile: inner + "/actors.csv", atomically: true, encoding: .utf8)
    #expect(try said(place.url.path).contains("Name the folder in it that has: \(inner)"))
    try place.write("", to: "book.xlsx")
    #expect(try said(place.url.path).contains("Name the file itself, as: \(place.path("book.xlsx"))"))
    #expect(try Program.run("summary", place.url.path, "--lang", "zh").errors.contains("请直接指定文件"))
  }

  @Test("A year that is a slip makes no years of a trend, and both say so")
  func slips() throws {
    let place = try Folder()
    try place.write("id,name,kind\nA,A,enterprise\nB,B,university\n", to: "actors.csv")
    try place.write(
      "source,target,from,to\nA,B,2021,2022\nA,B,1902,1903\nA,B,2023,2024\nA,B,2205,\nA,B,2024,\n", to: "ties.csv")
    let run = try Program.run("trend", place.url.path, "--format", "csv")
    #expect(run.output.split(separator: "\n").dropFirst().map { $0.prefix(4) } == ["2021", "2022", "2023", "2024"])
    #expect(run.errors.contains("the first in 1902") && run.errors.contains("ties.csv:3: from: “1902” is far"))
    let asked = try Program.run("trend", place.url.path, "--format", "csv", "--from", "1902", "--to", "1904")
    #expect(asked.output.split(separator: "\n").count == 4)
  }
}
