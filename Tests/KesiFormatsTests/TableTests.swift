import Foundation
import KesiFormats
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@Suite("Reading tables")
struct TableTests {
  @Test("Everything that a table holds is in the network")
  func everything() throws {
    let network = try NetworkReader.read(tables: tables()).network
    #expect(network.actors.map(\.id) == ["A", "B", "C"])
    #expect(network.actors[2].name == "Gamma, Ltd.")
    #expect(network.actors[1].nameZh == "贝塔")
    #expect(network.ties.map(\.weight) == [1, 2.5])
    #expect(network.ties[1].period.from?.month == 5)
    #expect(network.chains[0].stages == ["upstream", "downstream"])
    #expect(network.positions[1].level == .national)
    #expect(network.consortia[0].leader == 0)
    #expect(network.members[0].role == .leader)
  }

  @Test("A short name means its actor, unless an id or a name is the same, or two have it")
  func shortNames() throws {
    func read(_ ties: String) throws -> [[Int]] {
      try NetworkReader.read(
        tables: tables([
          .actors: "编号,名称,类型,简称\nA,苏州大学,高校,苏大\nB,东南大学,高校,东大\nC,东北大学,高校,东大\nD,苏大,企业,\nE,甲集团,企业,甲\n",
          .ties: "甲方,乙方\n\(ties)\n", .chains: "-", .positions: "-", .consortia: "-", .members: "-",
        ])
      ).network.ties.map { [$0.source, $0.target] }
    }
    #expect(try read("甲,东南大学") == [[4, 1]])
    #expect(try read("苏大,甲集团") == [[3, 4]])
    #expect(throws: BadData.self) { try read("东大,甲集团") }
  }

  @Test("Columns that Kesi does not know are carried along, in step with the rows")
  func carried() throws {
    let network = try NetworkReader.read(tables: tables()).network
    #expect(network.carried[.actors] == [.init(name: "color", values: ["red", "", "say \"hi\""])])
  }

  @Test("Chinese headers, kinds, levels and dates mean the same as English ones")
  func chinese() throws {
    let network = try NetworkReader.read(
      tables: tables([
        .actors: "编号,名称,类型,片区\nA,甲公司,企业,北\nB,乙学院,高职院校,北\nC,丙平台,平台,南\n",
        .ties: "甲方,乙方,强度,开始\n甲公司,乙学院,2,2020年5月\n乙学院,C,1,2021/6/7\n",
        .positions: "单位,产业链,环节,层级,角色\n乙学院,泵阀,upstream,国家级,供给方\n",
      ])
    ).network
    #expect(network.actors.map(\.kind) == ["enterprise", "college", "platform"])
    #expect(network.ties.map { [$0.source, $0.target] } == [[0, 1], [1, 2]])
    #expect(network.ties[0].period.from == PartialDate("2020-05"))
    #expect(network.positions[0].level == .national)
    #expect(network.positions[0].role == .provider)
  }

  static let chineseTable = "编号,名称,类型\nA,苏州大学,高校\nB,亨通集团😀,企业\n"

  @Test(
    "Every encoding that Excel writes is read",
    arguments: ["utf8", "utf8 bom", "gb18030", "utf16le", "utf16be"])
  func encodings(_ name: String) throws {
    let text = Self.chineseTable
    // GB18030 as iconv writes it; the four bytes at the end of the name are the emoji.
    let gb: [UInt8] =
      [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xC0, 0xE0, 0xD0, 0xCD, 0x0A]
      + [0x41, 0x2C, 0xCB, 0xD5, 0xD6, 0xDD, 0xB4, 0xF3, 0xD1, 0xA7, 0x2C, 0xB8, 0xDF, 0xD0, 0xA3, 0x0A]
      + [0x42, 0x2C, 0xBA, 0xE0, 0xCD, 0xA8, 0xBC, 0xAF, 0xCD, 0xC5, 0x94, 0x39, 0xFC, 0x36, 0x2C]
      + [0xC6, 0xF3, 0xD2, 0xB5, 0x0A]
    let bytes: [UInt8] =
      switch name {
      case "utf8 bom": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case "gb18030": gb
      case "utf16le": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "utf16be": [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      default: Array(text.utf8)
      }
    let network = try NetworkReader.read(tables: [
      .actors: bytes, .ties: Array("source,target\nA,B\n".utf8),
    ]).network
    #expect(network.actors.map(\.name) == ["苏州大学", "亨通集团😀"])
    #expect(network.actors.map(\.kind) == ["university", "enterprise"])
  }

  @Test(
    "RFC 4180: quotes, line breaks in them, CRLF, CR, no last line break, tabs, semicolons",
    arguments: [
      "id,name,kind\r\n1,\"two\r\nlines\",x\r\n", "id,name,kind\r1,\"two\r\nlines\",x\r",
      "id,name,kind\n\n1,\"two\r\nlines\",x", "id\tname\tkind\n1\t\"two\r\nlines\"\tx\n",
      "id;name;kind\n1;\"two\r\nlines\";x\n", " ID , Name,KIND,\n1 ,\"two\r\nlines\", x ,\n,,,\n",
    ])
  func csv(_ text: String) throws {
    let network = try NetworkReader.read(tables: [
      .actors: Array((text).utf8), .ties: Array("source,target\n".utf8),
    ]).network
    #expect(network.actors.map(\.name) == ["two\r\nlines"])
    #expect(network.actors.map(\.kind) == ["x"])
  }

  @Test("A self-tie is left out, a duplicate is added up, a lonely actor is named; the run goes on")
  func warnings() throws {
    let found = lines([.ties: "source,target,kind\nA,A,x\nA,B,x\nB,A,x\n"])
    #expect(found.contains { $0.hasPrefix("ties.csv:2: target: ties an actor to itself, so the row is left out.") })
    #expect(
      found.contains {
        $0.hasPrefix(
          "ties.csv: 1 tie joins the same two in the same kind and time as an earlier one: their weights are added up.")
      })
    #expect(found.contains { $0.hasPrefix("actors.csv: 1 actor has no ties: C.") })
  }

  @Test("A misspelled name finds the name that was meant")
  func misspelledName() {
    let found = lines([.ties: "source,target\n阿而法,B\n"], in: .zh)
    #expect(
      found == [
        "ties.csv 第 2 行，甲方（source）：actors.csv 中没有“阿而法”。是否应为“阿尔法”？请在该表中补上，或改正此单元格。"
      ])
  }

  @Test("An undeclared kind is named with the row, and may be declared in network.yml")
  func kinds() {
    let actors = [Table.actors: "id,name,kind\nA,a,guild\nB,b,college\nC,c,platform\n"]
    #expect(lines(actors).contains { $0.hasPrefix("actors.csv:2: kind: “guild” is not a declared kind.") })
    #expect(lines(actors, profile: "kinds:\n  guild: {label: guild, label_zh: 行会, helix: industry}\n") == [])
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let name: String
    let changes: [Table: String]
    /// How the first line of the message begins.
    let line: String
    var testDescription: String { name }
  }

  @Test("A guess at what was meant has a letter in common with what was written")
  func guesses() {
    let actors = [Table.actors: "id,name,kind\n1,甲,enterprise\n2,乙,college\nAB,Ab,college\n"]
    for (word, guess) in [("丙", nil), ("3", nil), ("AC", "AB"), ("甲方", "甲"), ("ÄÖ", nil)] as [(String, String?)] {
      let found = lines(actors.merging([.ties: "source,target\n1,\(word)\n"]) { $1 }).joined()
      #expect(found.contains("“\(word)” is not in actors.csv."), "\(found)")
      #expect(found.contains("Did you mean") == (guess != nil), "\(found)")
      if let guess { #expect(found.contains("Did you mean “\(guess)”?"), "\(found)") }
    }
  }

  static let bad = [
    Bad(
      name: "unknown actor", changes: [.ties: "source,target\nA,B\nA,Bb\n"],
      line: "ties.csv:3: target: “Bb” is not in actors.csv. Did you mean “B”?"),
    Bad(
      name: "duplicate id", changes: [.actors: "id,name,kind\nA,a,x\nA,b,x\n"],
      line: "actors.csv:3: id: “A” is the id of an earlier row."),
    Bad(
      name: "missing column", changes: [.actors: "id,name\nA,a\n"],
      line: "actors.csv:1: kind: this column is missing. The header has: id, name."),
    Bad(
      name: "column twice", changes: [.actors: "id,name,kind,类型\nA,a,x,y\n"],
      line: "actors.csv:1: kind: two columns have this meaning"),
    Bad(
      name: "infinite weight", changes: [.ties: "source,target,weight\nA,B,1e999\n"],
      line: "ties.csv:2: weight: “1e999” is not a number of 0 or more."),
    Bad(
      name: "negative weight", changes: [.ties: "source,target,weight\nA,B,-1\n"],
      line: "ties.csv:2: weight: “-1” is not a number of 0 or more."),
    Bad(
      name: "no date", changes: [.ties: "source,target,from\nA,B,2023-02-29\n"],
      line: "ties.csv:2: from: “2023-02-29” is not a date."),
    Bad(
      name: "number of a day", changes: [.ties: "source,target,from\nA,B,44256\nB,C,2021\nC,A,2022\n"],
      line:
        "ties.csv:2: from: “44256” is not a date. If it is the number by which spreadsheets keep 2021-03-01, give the cell the format of a date, or write 2021-03-01."
    ),
    Bad(
      name: "ends before it begins", changes: [.ties: "source,target,from,to\nA,B,2023,2021\n"],
      line: "ties.csv:2: to: “2021” is before the start, “2023”."),
    Bad(
      name: "unknown stage", changes: [.positions: "actor,chain,stage\nA,pump,sidestream\n"],
      line: "positions.csv:2: stage: “sidestream” is not a stage of the chain “pump”, which has: upstream, downstream."),
    Bad(
      name: "open quote", changes: [.ties: "source,target,kind\nA,B,\"x\nB,C,y\n"],
      line: "ties.csv:2: cell 3: a quote is opened and never closed."),
    Bad(
      name: "text after quote", changes: [.ties: "source,target,kind\nA,B,\"x\"y\n"],
      line: "ties.csv:2: cell 3: text follows the closing quote."),
    Bad(
      name: "too many fields", changes: [.ties: "source,target\nA,B,C\n"],
      line: "ties.csv:2: this row has 3 cells, the header 2: “C”"),
    Bad(name: "empty file", changes: [.ties: ""], line: "ties.csv: is empty."),
    Bad(
      name: "no rows",
      changes: [
        .actors: "id,name,kind\n", .ties: "source,target\n", .positions: "-", .members: "-", .consortia: "-",
      ], line: "actors.csv: has a header but no rows."),
    Bad(
      name: "zeros", changes: [.ties: String(repeating: "\0", count: 1000)],
      line: "ties.csv: is not a text file (byte 1 is zero)"),
    Bad(name: "no actors", changes: [.actors: "-"], line: "actors.csv: is missing."),
    Bad(
      name: "no relations", changes: [.ties: "-", .members: "-", .positions: "-"],
      line: "ties.csv: is missing, and so are members.csv and positions.csv."),
    Bad(
      name: "unknown consortium", changes: [.members: "consortium,actor\nY,A\n"],
      line: "members.csv:2: consortium: “Y” is not in consortia.csv."),
    Bad(name: "empty cell", changes: [.ties: "source,target\nA,\n"], line: "ties.csv:2: target: is empty."),
    Bad(
      name: "latitude", changes: [.actors: "id,name,kind,lat\nA,a,x,91\n"],
      line: "actors.csv:2: lat: “91” is not a number from -90 to 90."),
    Bad(
      name: "flag", changes: [.ties: "source,target,directed\nA,B,perhaps\n"],
      line: "ties.csv:2: directed: “perhaps” is neither yes nor no."),
  ]

  @Test("Bad input is one clear line with its place, in both languages", arguments: bad)
  func badInput(_ bad: Bad) throws {
    let english = try #require(lines(bad.changes).first)
    #expect(english.hasPrefix(bad.line), "\(english)")
    #expect(!english.contains("\n"))
    let chinese = try #require(lines(bad.changes, in: .zh).first)
    #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(throws: BadData.self) { try NetworkReader.read(tables: tables(bad.changes)) }
  }

  @Test(
    "What an id hides is seen in messages",
    arguments: ["\u{200B}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{AD}", "\u{1B}", "\u{0}", "\u{200E}", "\u{E0041}"])
  func hidden(mark: String) throws {
    for language in Language.allCases {
      let line = try #require(lines([.ties: "source,target\nA\(mark),B\n"], in: language).first)
      #expect(!line.unicodeScalars.contains(mark.unicodeScalars.first!), "\(line.debugDescription)")
    }
  }

  @Test("Lists are split by sign, also where a mark combines with it")
  func lists() throws {
    let chains = "id,name,requires\npump,Pump,enterprise;\u{301};college、 \u{338}platform|enterprise\n"
    let network = try NetworkReader.read(tables: tables([.chains: chains, .positions: "-"])).network
    #expect(network.chains[0].requires.starts(with: ["enterprise", "\u{301}", "college"]))
  }

  @Test("A word that is not one of a closed list states nothing and is said; so is a word for nothing")
  func openWords() {
    let stage = lines([.ties: "source,target,stage\nA,B,asleep\nB,C,asleep\n"])
    #expect(
      stage.contains { $0.hasPrefix("ties.csv:2: stage: “asleep” is not one of the words") && $0.contains("2 rows") })
    let missing = lines([.ties: "source,target,weight\nA,B,nan\nB,C,--\n"])
    #expect(missing.contains { $0.hasPrefix("ties.csv: weight: 2 cells say that there is nothing (“nan”)") })
  }

  @Test("Ten thousand bad rows are counted, and only the first are kept")
  func manyProblems() throws {
    let ties = "source,target\n" + (0..<10_000).map { "A,nobody\($0)\n" }.joined()
    do {
      _ = try NetworkReader.read(tables: tables([.ties: ties]))
      Issue.record("bad rows were read")
    } catch let error as BadData {
      #expect(error.count == 10_000)
      #expect(error.problems.count <= 200)
    }
  }

  @Test(
    "Settings are checked as tables are",
    arguments: [
      ("title: [\n", "network.yml:2: is not valid YAML"), ("- a\n", "network.yml: should be a list of settings"),
      ("kinds: {enterprise: {color: red}}", "network.yml:1: color is “red”"),
      ("thresholds: {broker_share: 7}", "network.yml:1: broker_share should be a number from 0 to 1, but is “7”."),
      ("illustrative: perhaps", "network.yml:1: illustrative should be true or false."),
      ("titel: x", "network.yml:1: “titel” is not a setting"), ("a: 1\na: 2", "network.yml"),
      (
        "weights: {coverage: 0, depth: 0, redundancy: 0, cohesion: 0, reach: 0, vitality: 0, fit: 0}",
        "network.yml: weights: all parts"
      ),
      (String(repeating: "[", count: 100_000), "network.yml:1: is nested too deeply"),
      (String(repeating: "- ", count: 100_000), "network.yml:1: is nested too deeply"),
      (String(repeating: "? ", count: 100_000), "network.yml:1: is nested too deeply"),
      (String(repeating: "[\"]\", ", count: 20_000), "network.yml:1: is nested too deeply"),
      (
        "title: \(String(repeating: "[", count: 990))\(String(repeating: "]", count: 990))",
        "network.yml:1: title should be text"
      ),
      ("a: &a [1]\nb: \(String(repeating: "x", count: 300_000))", "network.yml: is larger than 256 KiB"),
    ])
  func settings(yaml: String, line: String) {
    let found = lines([:], profile: yaml)
    #expect(found.contains { $0.hasPrefix(line) }, "\(found.prefix(3))")
  }

  @Test("A title may be full of brackets")
  func brackets() throws {
    let title = "[[{" + String(repeating: "[", count: 2000)
    #expect(lines([:], profile: "title: \"\(title)\"").allSatisfy { !$0.hasPrefix("network.yml") })
  }

  @Test("Thousands of damaged tables are read or refused, and nothing else happens")
  func fuzz() {
    var random = SplitMix(seed: 1, use: "test")
    let whole = tables()
    let names = Table.allCases.filter { whole[$0] != nil }
    let spice: [[UInt8]] = [
      Array("\"".utf8), Array(",".utf8), Array("\n".utf8), Array("\r".utf8), [0], [0xFF], [0xFF, 0xFE],
      [0xEF, 0xBB, 0xBF],
      Array("nan".utf8), Array("-1".utf8), Array("苏".utf8), [0xB1], Array("😀".utf8), Array(";".utf8), Array("\t".utf8),
    ]
    var outcomes = (read: 0, refused: 0)
    for _ in 0..<6000 {
      var damaged = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let name = names.randomElement(using: &random)!
        var bytes = damaged[name]!
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.insert(contentsOf: spice.randomElement(using: &random)!, at: place)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...12, using: &random)))
        case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
        case 3: bytes.append(contentsOf: bytes[..<place])
        default: bytes = Array(bytes[..<place])
        }
        damaged[name] = bytes
      }
      do {
        _ = try NetworkReader.read(tables: damaged)
        outcomes.read += 1
      } catch let error as BadData {
        outcomes.refused += 1
        #expect(!error.problems.isEmpty && error.problems.allSatisfy { !$0.line(in: .en).contains("\n") })
      } catch {
        Issue.record("neither read nor refused: \(error)")
      }
    }
    #expect(outcomes.read > 300 && outcomes.refused > 300)
  }

  @Test("Numbers are decimals: no other form is read, and none that is above 0 is taken for 0")
  func decimals() {
    func ties(_ weight: String) -> [String] {
      lines([
        .ties: "source,target,kind,weight\nA,B,schooling,\(weight)\nB,C,research,1\n",
        .actors: """
        id,name,kind
        A,Alpha,enterprise
        B,Beta,college
        C,Gamma,platform

        """,
      ])
    }
    for number in ["0x10", "0X1p3", "1_000", "inf"] {
      #expect(ties(number).first?.contains("“\(number)” is not a number of 0 or more") == true, "\(ties(number))")
    }
    #expect(ties("1e-400").first?.contains("too small") == true)
    #expect(ties("1.5e2").isEmpty)
  }

  @Test(
    "A benefit of “none” is 0, and it is said; what is not known stays open",
    arguments: [
      ("无", 0.0), ("没有", 0), ("None", 0), ("（无）", 0), ("0", 0), ("-2", -2), ("不详", nil), ("", nil), ("-", nil),
    ] as [(String, Double?)])
  func benefitOfNone(word: String, value: Double?) throws {
    let reading = try NetworkReader.read(
      tables: tables([.ties: "source,target,benefit_source,benefit_target,weight\nA,B,\(word),3,1\n"]))
    let tie = reading.network.ties[0]
    #expect(tie.benefitToSource == value && tie.benefitToTarget == 3)
    let told = reading.warnings.map { $0.line(in: .en) }.filter { $0.contains("counts as 0") }
    #expect(told.isEmpty != (value == 0 && word != "0"))
    #expect(told.allSatisfy { $0.hasPrefix("ties.csv:2: benefit_source: ") })
    // Elsewhere the same words say that nothing is stated.
    let demand = try NetworkReader.read(
      tables: tables([.chains: "id,name,demand\npump,Pump,\(word == "-2" ? "2" : word)\n"]))
    #expect(demand.network.chains[0].demand == (word == "0" ? 0 : word == "-2" ? 2 : nil))
  }
}
