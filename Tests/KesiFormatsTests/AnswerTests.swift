import Foundation
import KesiCluster
import KesiNetwork
import KesiResults
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("A form of questions that comes back")
struct AnswerTests {
  private func analysis(_ network: Network) throws -> Analysis { Analysis(of: try NetworkGraph(of: network)) }

  /// The form of a network as a workbook, or as CSV.
  private func form(_ network: Network, _ language: Language, asWorkbook: Bool = true) throws -> [UInt8] {
    let network = network.inCanonicalOrder()
    let table = ResultTable.questions(try analysis(network).questions().questions, of: network, in: language)
    guard asWorkbook else {
      return Array(
        TableFormat.csv.text(
          of: table, in: language, width: 80, words: language == .zh ? .chinese : .codes, forSpreadsheet: true
        ).utf8)
    }
    return try QuestionForm(table, in: language).written().bytes
  }

  /// The rows of a form as somebody has them before them.
  private func rows(_ form: [UInt8]) throws -> (head: [String], rows: [[String]]) {
    let sheets = try Workbook.sheets(of: .bytes(form, path: "form")).sheets
    func isForm(_ sheet: Sheet) -> Bool {
      (0..<sheet.width(ofRow: 0)).contains { ["answer", "答复"].contains(sheet.text(0, $0)) }
    }
    let sheet = try #require(sheets.first(where: isForm))
    let all = (0..<sheet.rowCount).map { row in (0..<sheet.width(ofRow: 0)).map { sheet.text(row, $0) } }
    return (all[0], Array(all.dropFirst()))
  }

  /// A workbook of rows.
  private func workbook(_ head: [String], _ rows: [[String]]) throws -> [UInt8] {
    let sheet = WrittenSheet(name: "表", columns: head.map { WrittenSheet.Column(head: $0) }, rowCount: rows.count) {
      write in
      for row in rows { try write(row.map { .text($0) }) }
    }
    return try WrittenWorkbook([sheet], title: "", in: .en).written().bytes
  }

  /// Answers in rows of which the question, the row or the column says what they are for.
  private func answering(
    _ form: [UInt8], _ answers: [(row: String, column: String, answer: String)]
  ) throws -> (head: [String], rows: [[String]]) {
    var (head, rows) = try rows(form)
    func place(_ names: String...) throws -> Int { try #require(head.firstIndex { names.contains($0) }) }
    let (key, column, answer) = (try place("row", "行"), try place("column", "列"), try place("answer", "答复"))
    for wanted in answers {
      let row = try #require(
        rows.indices.first {
          [rows[$0][key], String(rows[$0][key].dropFirst())].contains(wanted.row) && rows[$0][column] == wanted.column
            && rows[$0][answer].isEmpty
        }, "\(wanted)")
      rows[row][answer] = wanted.answer
    }
    return (head, rows)
  }

  private func reading(_ form: [UInt8], _ network: Network) throws -> AnswerReading {
    try AnswerReading(of: .bytes(form, path: "form.xlsx"), in: network)
  }

  private func filled(_ network: Network, by reading: AnswerReading) -> Network {
    var scenario = Scenario()
    scenario.revisions = reading.given.map { .cell($0.cell, $0.answer) }
    var filled = scenario.applied(to: network).network
    filled.settled = network.settled
    return filled
  }

  /// What reading comes to where it comes to nothing.
  private func problems(_ form: [UInt8], _ network: Network, in language: Language = .en) throws -> [String] {
    do {
      _ = try reading(form, network)
      return []
    } catch let error as BadData { return error.problems.map { $0.line(in: language) } }
  }

  /// What is said of a network, to the last digit.
  private func verdicts(_ network: Network) throws -> String {
    let network = network.inCanonicalOrder()
    let analysis = try analysis(network)
    let tables = [
      ResultTable.chains(analysis, gaps: try analysis.gaps(.quick), in: .en),
      try ResultTable.summary(of: analysis, by: analysis.numbers, in: .en),
    ]
    return tables.map { TableFormat.csv.text(of: $0, in: .en, width: 80) }.joined()
  }

  /// The same answers in the words of either language, as heads and words of the form have them.
  private static let answers: [Language: [(row: String, column: String, answer: String)]] = [
    .en: [
      ("U2@c1", "level", "provincial"), ("E2@c1", "stage", "middle"), ("U2@c1", "capacity", "30"),
      ("c2", "demand", "50"), ("c2", "capacity", "20.5"), ("c1/hospital", "unassessed", "Hospital 1"),
      ("L1", "chain", "Materials"), ("X1", "kind", "institute"), ("U2", "zone", "Z3"),
      ("E1--E2", "outcome", "unsatisfactory"), ("E2--P1", "from", "2020-05"), ("E2--P1", "benefit_target", "7"),
    ],
    .zh: [
      ("U2@c1", "层级", "省级"), ("E2@c1", "环节", "middle"), ("U2@c1", "能力", "30"), ("c2", "需求", "50"),
      ("c2", "供给能力", "20.5"), ("c1/hospital", "未评估", "医院一"), ("L1", "产业链", "材料"),
      ("X1", "类型", "科研院所"), ("U2", "片区", "Z3"), ("E1--E2", "成效", "不满意"),
      ("E2--P1", "开始", "2020年5月"), ("E2--P1", "乙方收益", "7"),
    ],
  ]

  /// The tables as somebody edits them who has the answers before them.
  private static let edited: [Table: String] = [
    .actors: OpenTables.texts[.actors]!
      .replacing("某单位,,", with: "某单位,institute,").replacing("高校二,university,", with: "高校二,university,Z3"),
    .chains: """
    id,name,name_zh,stages,requires,unassessed,demand,capacity
    c1,Devices,器械,up;middle;down,enterprise;university;platform;hospital,,100,
    c2,Materials,材料,,enterprise;university,,50,20.5

    """,
    .positions: OpenTables.texts[.positions]!
      .replacing("E2,c1,demander,,", with: "E2,c1,demander,middle,")
      .replacing("U2,c1,provider,down,,,", with: "U2,c1,provider,down,provincial,30,") + "H1,c1,,,,,\nL1,c2,,,,,\n",
    .ties: OpenTables.texts[.ties]!
      .replacing("E1,E2,supply,,,,,,", with: "E1,E2,supply,,,,unsatisfactory,,")
      .replacing("E2,P1,project,,,implementation,,5,", with: "E2,P1,project,2020-05,,implementation,,5,7"),
  ]

  @Test(
    "Answers make of the tables what somebody makes of them by hand, in either language, from a workbook or CSV",
    arguments: Language.allCases, [true, false])
  func roundTrip(language: Language, asWorkbook: Bool) throws {
    let network = try OpenTables.network()
    let answers = try #require(Self.answers[language])
    let (head, rows) = try answering(try form(network, language, asWorkbook: asWorkbook), answers)
    let reading = try reading(try workbook(head, rows), network)
    #expect(reading.given.count == answers.count && reading.open.count == rows.count - answers.count)
    let result = filled(network, by: reading)
    let expected = try OpenTables.network(Self.edited)
    #expect(try verdicts(result) == verdicts(expected))
    #expect(try verdicts(network) != verdicts(expected))
    // What nobody asked for stays, in step with its rows.
    let carried = try #require(result.carried[.positions]?.first)
    #expect(
      carried.name == "remark" && carried.values == ["first"] + Array(repeating: "", count: 6) + ["last", "", "", ""])
    #expect(reading.lines(in: network).count == answers.count + 2)
    // The tables as they are written are read as the same.
    let folder = FileManager.default.temporaryDirectory.appending(path: "kesi-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try TablesWriter(result, Wording(language)).write(to: folder.path + "/")
    #expect(try verdicts(NetworkReader.read(folder: folder.path).network) == verdicts(expected))
  }

  @Test("Rows may be sorted, taken out and added, and tables may be sorted meanwhile")
  func moved() throws {
    let network = try OpenTables.network()
    let answers = try #require(Self.answers[.en])
    var (head, rows) = try answering(try form(network, .en), answers)
    let answer = try #require(head.firstIndex(of: "answer"))
    rows = rows.reversed().filter { !$0[answer].isEmpty } + [head.map { $0 == "question" ? "a note of ours" : "" }]
    var sorted = network
    sorted.ties = Ties(network.ties.reversed())
    sorted.positions.reverse()
    sorted.carried = [:]
    let reading = try reading(try workbook(["a title"] + head.dropFirst(), []), sorted)
    #expect(reading.given.isEmpty)
    let result = filled(sorted, by: try self.reading(try workbook(head, rows), sorted))
    #expect(try verdicts(result) == verdicts(OpenTables.network(Self.edited)))
  }

  @Test("Of several ties of two actors the one that is asked for is filled in, wherever it stands")
  func doubles() throws {
    let network = try OpenTables.network()
    var (head, rows) = try rows(try form(network, .en))
    func place(_ name: String) throws -> Int { try #require(head.firstIndex(of: name)) }
    let (key, question, answer) = (try place("row"), try place("question"), try place("answer"))
    let row = try #require(
      rows.indices.first { rows[$0][key].hasPrefix("E3--U2#") && rows[$0][question].contains("since 2019") })
    rows[row][answer] = "研发"
    for ties in [network.ties, Ties(network.ties.reversed())] {
      var sorted = network
      sorted.ties = ties
      let result = filled(sorted, by: try reading(try workbook(head, rows), sorted))
      let stages = result.ties.filter { $0.source == network.actors.firstIndex { $0.id == "E3" } }
        .map { "\($0.period.from?.text ?? "") \($0.stage?.rawValue ?? "-")" }
      #expect(Set(stages) == ["2019 research", "2022 -", "2020 -"])
    }
  }

  @Test(
    "What contradicts the tables, itself or another answer is refused, each with its cell, and nothing is filled in")
  func contradictions() throws {
    let network = try OpenTables.network()
    func lines(_ answers: [(row: String, column: String, answer: String)], _ changes: [Table: String] = [:]) throws
      -> [String]
    {
      let (head, rows) = try answering(try form(network, .en), answers)
      return try problems(try workbook(head, rows), try OpenTables.network(changes))
    }
    let stated = try lines(
      [("U2@c1", "level", "national")],
      [
        .positions: OpenTables.texts[.positions]!.replacing(
          "U2,c1,provider,down,,", with: "U2,c1,provider,down,municipal,")
      ])
    #expect(
      stated.count == 1 && stated[0].contains("answer: “national” is answered") && stated[0].contains("“municipal”"))
    #expect(
      try lines(
        [("U2@c1", "level", "市级")],
        [
          .positions: OpenTables.texts[.positions]!.replacing(
            "U2,c1,provider,down,,", with: "U2,c1,provider,down,municipal,")
        ]
      ).isEmpty)
    let gone = try lines(
      [("E1--E2", "outcome", "open")],
      [.ties: OpenTables.texts[.ties]!.replacing("E1,E2,supply,,,,,,\n", with: "")])
    #expect(gone.count == 1 && gone[0].contains("“E1--E2” is no row of ties.csv now"))
    let doubled = try lines(
      [("E1--E2", "outcome", "open")], [.ties: OpenTables.texts[.ties]! + "E1,E2,project,2020,,,,,\n"])
    #expect(doubled.count == 1 && doubled[0].contains("“E1--E2” means several rows of ties.csv now"))
    let half = try lines([("E2--U2", "benefit_source", "3")])
    #expect(half.count == 1 && half[0].contains("Answer both questions or neither"))
    // What the tables leave open themselves is no fault of an answer.
    #expect(try lines([("E2--P1", "outcome", "open")]).isEmpty)
    let late = try lines(
      [("E2--P1", "from", "2023")],
      [.ties: OpenTables.texts[.ties]!.replacing("E2,P1,project,,,", with: "E2,P1,project,,2022,")])
    #expect(late.count == 1 && late[0].contains("“2023” is after the end, “2022”"))
    let many = try lines([
      ("U2@c1", "level", "splendid"), ("E2@c1", "stage", "sideways"), ("c2", "demand", "many"),
      ("E2--P1", "from", "someday"), ("L1", "chain", "no such"), ("c1/hospital", "unassessed", "Enterprise 1"),
      ("X1", "kind", "wizardry"),
    ])
    #expect(many.count == 7 && many.allSatisfy { $0.hasPrefix("form.xlsx[表]:") && $0.contains(": answer: ") })
    #expect(
      many.contains {
        $0.contains("“splendid” is not understood. Write one of: national, provincial, municipal, ordinary")
      })
    #expect(many.contains { $0.contains("is of the kind “enterprise”, and “hospital” is asked for") })
    let (head, rows) = try answering(try form(network, .en), [("c2", "demand", "50")])
    var twice = rows
    var again = try #require(rows.first { $0.contains("50") })
    again[try #require(head.firstIndex(of: "answer"))] = "60"
    twice.append(again)
    #expect(
      try problems(try workbook(head, twice), network).contains { $0.contains("another row answers the same question") }
    )
    #expect(try problems(Array("a,b\n1,2\n".utf8), network).contains { $0.contains("is no form of questions") })
  }

  @Test(
    "What is not known is not answered, and that there is none is an answer only where that is asked",
    arguments: [("不详", 0), ("n/a", 0), ("none", 1), ("无", 1)])
  func unknown(word: String, settled: Int) throws {
    let network = try OpenTables.network()
    let (head, rows) = try answering(
      try form(network, .en), [("U2@c1", "level", word), ("c1/hospital", "unassessed", word)])
    let reading = try reading(try workbook(head, rows), network)
    #expect(reading.given.count == settled)
    let chain = filled(network, by: reading).chains.first { $0.id == "c1" }
    #expect(chain?.unassessed.count == 1 - settled)
  }

  @Test("Ids of any signs are found again, and none runs as a formula", arguments: [true, false])
  func hostile(asWorkbook: Bool) throws {
    let ids = [
      "=HYPERLINK(\"http://x\",\"y\")", "two\nlines", "a\"quote\"", "a--b", "a@c", "#1", "-1+2", "'q", "乙，丙",
      "e\u{301}",
      "é", "x;y|z", "@SUM(1)",
    ]
    var network = Network(
      actors: ids.map { Actor(id: $0, name: $0, kind: "university") },
      chains: [Chain(id: "=c@1", name: "=cmd", requires: ["university", "enterprise"])],
      positions: ids.indices.map { Position(actor: $0, chain: 0, role: .provider) })
    network.ties = Ties((1..<ids.count).map { Tie($0 - 1, $0, kind: "k") })
    network.positions[0].level = .national
    network.ties[0].outcome = .open
    let form = try form(network, .en, asWorkbook: asWorkbook)
    if !asWorkbook {
      let cells = try rows(form).rows.joined()
      #expect(cells.contains { $0.hasPrefix("'=") } && !cells.contains { $0.runsAsFormula })
    }
    var (head, rows) = try rows(form)
    let (column, answer) = (try #require(head.firstIndex(of: "column")), try #require(head.firstIndex(of: "answer")))
    for row in rows.indices where rows[row][column] == "level" { rows[row][answer] = "municipal" }
    for row in rows.indices where rows[row][column] == "outcome" { rows[row][answer] = "不满意" }
    let result = filled(network, by: try reading(try workbook(head, rows), network))
    #expect(result.positions.dropFirst().allSatisfy { $0.level == .municipal } && result.positions.count == ids.count)
    #expect(result.ties.dropFirst().allSatisfy { $0.outcome == .unsatisfactory } && result.ties.first?.outcome == .open)
  }

  @Test(
    "The form offers what may be chosen, in its language, and no network is read from it", arguments: Language.allCases)
  func offers(language: Language) throws {
    let form = try form(try OpenTables.network(), language)
    let parts = try Self.parts(of: form)
    let level = Level.allCases.map { $0.label(language) }.joined(separator: ",")
    #expect(parts.contains { $0.contains("<formula1>\"\(level)\"</formula1>") })
    #expect(parts.contains { $0.contains("orientation=\"landscape\"") && $0.contains("state=\"frozen\"") })
    let file = FileManager.default.temporaryDirectory.appending(path: "kesi-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(form).write(to: file)
    #expect(throws: BadData.self) { try NetworkReader.read(file.path) }
  }

  /// The worksheets of a workbook, as XML.
  private static func parts(of bytes: [UInt8]) throws -> [String] {
    let archive = try ZipArchive(try FileSource.bytes(bytes, path: "form.xlsx").contents(), file: "form.xlsx")
    return try archive.entries.filter { $0.name.hasPrefix("xl/worksheets/sheet") }.map { entry in
      var bytes: [UInt8] = []
      try archive.unpack(entry) { bytes += $0 }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  // Forms in Chinese list words without codes.
  @Test("A choice of the form for programs may be copied as it stands; what only looks like one is refused")
  func copiedChoice() throws {
    let network = try shipped("park")
    let (head, all) = try rows(form(network, .en, asWorkbook: false))
    func place(_ name: String) throws -> Int { try #require(head.firstIndex(of: name)) }
    let (choices, answer) = (try place("choices"), try place("answer"))
    let row = try #require(all.first { $0[choices].contains("research=") })
    for choice in row[choices].split(separator: ";").map(String.init) {
      var answered = row
      answered[answer] = choice
      let given = try reading(workbook(head, [answered]), network).given
      answered[answer] = String(choice.prefix { $0 != "=" })
      #expect(given.count == 1)
      #expect(try given.map(\.answer) == reading(workbook(head, [answered]), network).given.map(\.answer), "\(choice)")
    }
    for wrong in ["research=promotion", "fame=research", "=research", "research="] {
      var answered = row
      answered[answer] = wrong
      #expect(try problems(workbook(head, [answered]), network).count == 1, "\(wrong)")
    }
  }

  @Test("That one side gains nothing may be answered by a word")
  func noBenefit() throws {
    let network = try shipped("suzhou")
    let cell = OpenCell(.ties, row: 0, column: "benefit_source")
    let words = AnswerWords(of: network)
    let place = Place.file("form")
    #expect(try words.meaning(of: "无", .text, for: cell, at: place) == .number(0))
    #expect(try words.meaning(of: "none", .text, for: cell, at: place) == .number(0))
    #expect(try words.meaning(of: "不详", .text, for: cell, at: place) == nil)
  }
}
