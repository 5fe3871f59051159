import Foundation
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("Supplies and demands in tables")
struct SupplyDemandTests {
  private static let supplies = "actor,item,quantity,level,chain,preferences\nB,welding,30,national,pump,A;C\n"
  private static let demands = "actor,item,quantity,level,chain,preferences\nA,welding,20,municipal,,B\n"
  private static let items =
    "items:\n  metal: {label: metal, label_zh: 金属}\n  welding: {label: welding, label_zh: 焊接, parent: metal}\n"

  @Test("Everything that they hold is in the network; labels and Chinese heads mean the same")
  func everything() throws {
    for texts in [
      (Self.supplies, Self.demands),
      ("单位,供需内容,数量,层级,产业链,意向对象\n贝塔,焊接,30,国家级,泵阀,A；C\n", "主体,内容,数量,级别,产业链,意向单位\nA,焊接,20,市级,,贝塔\n"),
    ] {
      let network = try NetworkReader.read(
        tables: tables([.supplies: texts.0, .demands: texts.1]), profile: Array(Self.items.utf8)
      ).network
      #expect(
        network.supplies == [
          Supply(actor: 1, item: "welding", quantity: 30, level: .national, chain: 0, preferences: [0, 2])
        ])
      #expect(
        network.demands == [Demand(actor: 0, item: "welding", quantity: 20, level: .municipal, preferences: [1])])
      #expect(network.profile.item("welding").parent == "metal")
    }
  }

  @Test(
    "What is wrong in a row is told with its place, in both languages",
    arguments: [
      ("B,welding,-3,,,", "supplies.csv:2: quantity", "is not a number of 0 or more", "应为大于或等于 0 的数字"),
      ("B,welding,many,,,", "supplies.csv:2: quantity", "“many”", "“many”"),
      ("X,welding,3,,,", "supplies.csv:2: actor", "“X” is not in actors.csv", "没有“X”"),
      ("B,welding,3,imperial,,", "supplies.csv:2: level", "“imperial”", "“imperial”"),
      ("B,welding,3,,nowhere,", "supplies.csv:2: chain", "“nowhere” is not in chains.csv", "没有“nowhere”"),
      ("B,,3,,,", "supplies.csv:2: item", "is empty", "未填写"),
      ("B,无,3,,,", "supplies.csv:2: item", "says that there is nothing", "表示“无”"),
      ("B,welding,3,,,A;Z", "supplies.csv:2: preferences", "“Z” is not in actors.csv", "没有“Z”"),
      ("B,welding,3,,,A;Alpha", "supplies.csv:2: preferences", "listed twice", "重复列出"),
      ("B,welding,0,,,A", "supplies.csv:2: quantity", "is 0", "为 0"),
      ("B,welding,3,,,B;A", "supplies.csv:2: preferences", "names the actor itself", "列出了该单位自身"),
    ])
  func faults(row: String, place: String, english: String, chinese: String) {
    let changes: [Table: String] = [
      .supplies: "actor,item,quantity,level,chain,preferences\n\(row)\n", .demands: Self.demands,
    ]
    #expect(lines(changes).contains { $0.hasPrefix(place) && $0.contains(english) }, "\(lines(changes))")
    #expect(lines(changes, in: .zh).contains { $0.contains(chinese) }, "\(lines(changes, in: .zh))")
  }

  @Test(
    "What the two tables say together is told: a side that is missing, rankings that are not complete or rank nobody")
  func together() {
    func found(_ supplies: String, _ demands: String, _ text: String) -> Bool {
      lines([.supplies: supplies, .demands: demands]).contains { $0.contains(text) }
    }
    #expect(found(Self.supplies, "-", "there are no demands"))
    #expect(found("-", Self.demands, "there are no supplies"))
    #expect(
      found(Self.supplies + "C,welding,3,,,\n", Self.demands, "1 row ranks nobody, though others do: C (welding)"))
    #expect(found(Self.supplies, Self.demands, "names actors that demand nothing: C"))
    let sound = Self.supplies.replacing("A;C", with: "A")
    #expect(lines([.supplies: sound, .demands: Self.demands]).isEmpty)
    // Where nobody ranks, nothing is missing.
    func silent(_ text: String) -> String { text.replacing("A;C", with: "").replacing(",,B", with: ",,") }
    #expect(lines([.supplies: silent(Self.supplies), .demands: silent(Self.demands)]).isEmpty)
  }

  @Test(
    "A word of one side that is nearly one of the other may be a slip, unless it is declared, short, or another code")
  func slips() {
    func found(_ offered: String, _ needed: String, profile: String? = nil) -> [String] {
      lines(
        [.supplies: "actor,item\nB,\(offered)\n", .demands: "actor,item\nA,\(needed)\n"], profile: profile)
    }
    // Two letters are swapped: a distance of 2 among 12.
    let slip = found("mechatroncis", "mechatronics")
    #expect(slip.count == 2 && slip.allSatisfy { $0.contains("stands on this side alone") }, "\(slip)")
    #expect(slip.contains { $0.hasPrefix("supplies.csv: item: “mechatroncis”") })
    #expect(found("数控加工", "数控加丁").count == 2)
    for (one, other) in [("welding", "milling"), ("skill-01", "skill-02"), ("焊接工", "焊接丁"), ("welding", "welding")] {
      #expect(found(one, other).isEmpty, "\(one), \(other)")
    }
    let both = "items:\n  mechatroncis: {label: one}\n  mechatronics: {label: other}\n"
    #expect(found("mechatroncis", "mechatronics", profile: both).isEmpty)
    let one = "items:\n  mechatronics: {label: other}\n"
    #expect(found("mechatroncis", "mechatronics", profile: one).count == 1)
  }

  @Test(
    "A row that repeats an earlier one is said with its place: of facts one counts, of amounts both",
    arguments: [
      (
        Table.positions, "actor,chain,role,stage,level\nA,pump,demander,downstream,\n", "A,pump,demander,downstream,\n",
        1
      ),
      (.members, "consortium,actor,role,contribution,share\nX,A,leader,5,0.4\n", "X,A,leader,5,0.4\n", 1),
      (.supplies, "actor,item,quantity\nB,welding,30\n", "B,welding,30\n", 2),
      (.demands, "actor,item,quantity\nA,welding,30\n", "A,welding,30\n", 2),
    ])
  func repeated(table: Table, rows: String, more: String, count: Int) throws {
    func read(_ text: String) throws -> NetworkReading {
      var texts: [Table: String] = [.supplies: Self.supplies, .demands: Self.demands]
      texts[table] = text
      return try NetworkReader.read(tables: tables(texts))
    }
    func counted(_ network: Network) -> Int {
      switch table {
      case .positions: network.positions.count
      case .members: network.members.count
      case .supplies: network.supplies.count
      default: network.demands.count
      }
    }
    let reading = try read(rows + more)
    #expect(counted(reading.network) == count)
    let told = reading.warnings.filter { $0.message.en.contains("repeats an earlier one in every column") }
    #expect(told.map(\.row) == [3] && told[0].file == table.file && told[0].severity == .warning)
    #expect(told[0].message.en.contains(count == 1 ? "count once" : "both count"))
    #expect(told[0].message.zh.contains(count == 1 ? "只计一次" : "数量相加"))
    // What differs in a column, also in one that Kesi does not know, is another row.
    let head = rows.replacing("\n", with: ",class\n", maxReplacements: 1).split(separator: "\n", maxSplits: 1)
    let other = try read("\(head[0])\n\(more.dropLast()),one\n\(more.dropLast()),two\n")
    #expect(counted(other.network) == 2)
    #expect(!other.warnings.contains { $0.message.en.contains("repeats") })
    // As many as there are, however many ranges the table is read by.
    let many = try read(rows + String(repeating: more, count: 5000))
    #expect(counted(many.network) == (count == 1 ? 1 : 5001))
    #expect(many.warnings.filter { $0.message.en.contains("repeats") }.map(\.count) == [5000])
    #expect(try many.network.carried[table] == nil && read(rows).warnings.count < reading.warnings.count)
  }

  @Test("Words of items that differ in case, width or blanks alone are one item in any order of rows, and it is said")
  func alike() throws {
    let rows = ["B,Welding,1", "B,welding,2", "C,welding,3", "C,ＷＥＬＤＩＮＧ ,4", "C,law,5"]
    for rows in [rows, rows.reversed()] {
      let reading = try NetworkReader.read(
        tables: tables([
          .supplies: "actor,item,quantity\n\(rows.joined(separator: "\n"))\n", .demands: "actor,item\nA,WELDING\n",
        ]))
      #expect(Set(reading.network.supplies.map(\.item)) == ["welding", "law"])
      #expect(reading.network.demands.map(\.item) == ["welding"])
      let told = reading.warnings.filter { $0.message.en.contains("case, width or blanks") }
      #expect(told.count == 3 && told.allSatisfy { $0.message.zh.contains("大小写") })
    }
    // As many of each: the first in order of bytes.
    let two = try NetworkReader.read(
      tables: tables([.supplies: "actor,item\nB,law\n", .demands: "actor,item\nA,Law\n"])
    ).network
    #expect(two.supplies[0].item == "Law" && two.demands[0].item == "Law")
  }

  @Test(
    "Items that are a kind of nothing that is declared, or of themselves, are refused with their line",
    arguments: [
      ("items:\n  a: {parent: b}\n", "network.yml:2", "“b”, the parent of “a”, is not declared"),
      (
        "items:\n  a: {parent: b}\n  b: {parent: c}\n  c: {parent: a}\n", "network.yml:2",
        "“a” is a kind of itself: a → b → c → a"
      ),
      ("items:\n  a: {parent: a}\n", "network.yml:2", "“a” is a kind of itself"),
      ("items:\n  a: welding\n", "network.yml:2", "needs settings"),
      ("items:\n  a: {lable: x}\n", "network.yml:2", "lable"),
    ])
  func items(text: String, place: String, message: String) {
    #expect(
      lines([:], profile: text).contains { $0.hasPrefix(place) && $0.contains(message) }, "\(lines([:], profile: text))"
    )
  }

  @Test(
    "A folder, a workbook and a snapshot hold them, also without the text of network.yml",
    arguments: ["net", "xlsx", "kesi"])
  func formats(ending: String) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "kesi-\(UUID().uuidString).\(ending)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var network = try shipped("park")
    network.profile.text = nil
    network.supplies[0].evidence = "by word; of mouth"
    switch ending {
    case "net": try TablesWriter(network, Wording(.zh)).write(to: path)
    case "xlsx": try WorkbookTables(network: network, language: .zh).write(to: path)
    default:
      network.profile.text = ProfileWriter.text(of: network.profile)
      try Snapshot.write(network, to: path)
    }
    let back = try NetworkReader.read(path, ReadingOptions(), on: .init()).network
    expectSame(network, back)
  }

  @Test("In canonical order rows are the same however they are sorted, and refer to the same")
  func order() throws {
    let network = try shipped("park")
    var turned = network
    turned.supplies.reverse()
    turned.demands.reverse()
    let (one, other) = (network.inCanonicalOrder(), turned.inCanonicalOrder())
    #expect(one.supplies == other.supplies && one.demands == other.demands)
    func said(_ network: Network) -> Set<String> {
      Set(
        network.demands.map { row in
          let names = row.preferences.map { network.actors[$0].id }
          return "\(network.actors[row.actor].id) \(row.item) \(row.chain.map { network.chains[$0].id } ?? "") \(names)"
        })
    }
    #expect(said(network) == said(one))
  }

  @Test("Without an actor its rows are gone, and nobody ranks it")
  func without() throws {
    let network = try shipped("park")
    let hub = try network.actor(called: "MIC")
    let rest = network.without([hub])
    #expect(rest.supplies.count == network.supplies.count { $0.actor != hub })
    #expect(rest.demands.count == network.demands.count)
    for (row, before) in zip(rest.demands, network.demands) {
      #expect(rest.actors[row.actor].id == network.actors[before.actor].id)
      #expect(
        row.preferences.map { rest.actors[$0].id }
          == before.preferences.filter { $0 != hub }.map { network.actors[$0].id })
    }
  }
}
