import Foundation
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("Networks written into tables")
struct TablesWriterTests {
  private let place = try! FileTests.Place()

  private func rewritten(_ network: Network) throws -> Network {
    let folder = place.path("\(UUID().uuidString)/")
    try TablesWriter(network).write(to: folder)
    return try NetworkReader.read(folder).network
  }

  @Test(
    "Every network that ships comes back as it was, from its tables and from a snapshot of it",
    arguments: [
      "suzhou", "suzhou-register", "wenzhou", "consortium", "majors", "park", "classics/davis", "classics/florentine",
      "classics/karate", "classics/kite",
    ])
  func shippedNetworks(name: String) throws {
    let network = try shipped(name)
    expectSame(network, try rewritten(network))
    let database = place.path("\(UUID().uuidString).sqlite")
    try DatabaseWriter(network).write(to: database)
    expectSame(network, try NetworkReader.read(database).network)
    let snapshot = place.path("\(UUID().uuidString).kesi")
    try Snapshot.write(network, to: snapshot)
    expectSame(network, try rewritten(NetworkReader.read(snapshot).network))
  }

  @Test("A list of ties with any ids comes back as a list, its directions open", arguments: [false, true])
  func lists(isWeighted: Bool) throws {
    let ids = RoundTripTests.hostile
    var list = TieList()
    for index in 1..<ids.count {
      list.append(UInt32(index), UInt32(index * 7 % index), weight: isWeighted ? Double(index) / 7 : 1)
    }
    let network = Network(actors: ids.map { Actor(id: $0, name: $0) }, ties: Ties(list))
    let back = try rewritten(network)
    expectSame(network, back)
    #expect(back.ties.isList && back.ties.leavesDirectionsOpen)
  }

  @Test("Random networks with hostile texts come back byte by byte", arguments: 1...12 as ClosedRange<UInt64>)
  func hostileNetworks(seed: UInt64) throws {
    let network = Self.hostile(seed: seed)
    expectSame(network, try rewritten(network), "seed \(seed)")
  }

  @Test(
    "They come back with Chinese heads and words, from workbooks, and from databases",
    arguments: 1...12 as ClosedRange<UInt64>)
  func otherForms(seed: UInt64) throws {
    let network = Self.hostile(seed: seed)
    for language in Language.allCases {
      let file = place.path("\(UUID().uuidString).xlsx")
      try WorkbookTables(network: network, language: language).write(to: file)
      expectSame(network, try NetworkReader.read(file).network, "seed \(seed), \(language)")
    }
    let database = place.path("\(UUID().uuidString).db")
    try DatabaseWriter(network).write(to: database)
    expectSame(network, try NetworkReader.read(database).network, "seed \(seed), a database")
    let folder = place.path("\(UUID().uuidString)/")
    try TablesWriter(network, Wording(.zh, isForSpreadsheets: true)).write(to: folder)
    expectSame(network, try NetworkReader.read(folder).network, "seed \(seed)")
  }

  /// A network with something in every column, of texts that a reader could take for something else.
  private static func hostile(seed: UInt64) -> Network {
    var random = SplitMix(seed: seed, use: "test")
    let pieces = [
      "#", "\"", "'", ",", ";", "；", "、", "|", "\t", " ", "\n", "\r\n", "=", "@", "-", "0", "7", "a", "é", "e\u{301}",
      "苏",
      "😀", "\u{A0}", "\u{1F}", "\u{301}", "\\",
    ]
    func text() -> String { (0...random.below(5)).map { _ in pieces[random.below(pieces.count)] }.joined() }
    func maybe<Value>(_ value: @autoclosure () -> Value) -> Value? { random.below(2) == 0 ? value() : nil }
    func number() -> Double { [0, 1, 0.1, 1 / 3, 1e21, 1e-7, 123_456_789.125][random.below(7)] }
    func period() -> Period {
      Period(
        from: maybe(PartialDate(["2019", "2020-02", "2020-02-29"][random.below(3)])!),
        to: maybe(PartialDate("2021-11-05")!))
    }
    func distinct(_ count: Int) -> [String] {
      var seen = Set<ExactText>()
      while seen.count < count { seen.insert(ExactText(text())) }
      return seen.map(\.text)
    }
    var network = Network()
    // Those that look alike are one item when they are read.
    func item() -> String { "item \(network.supplies.count + network.demands.count): " + text() }
    network.profile.title = Phrase(text(), zh: text())
    network.profile.isIllustrative = random.below(2) == 0
    network.profile.source = "#\(text())"
    network.profile.kinds.append(
      Kind(id: "lab: \"x\"", label: Phrase("a lab, too", zh: "实验室：甲"), helix: .industry, color: "#1f77b4", shape: .star)
    )
    network.profile.tieKinds = [TieKind(id: "supply", label: Phrase("supply", zh: "供应"), isDirected: true)]
    network.profile.zones = ["Z 1": Phrase("One", zh: "一")]
    network.profile.assess = [.ties, .work]
    network.profile.thresholds.brokerShare = 0.25
    network.profile.thresholds.stalledYears = 5
    network.profile.indexWeights.depth = 0.5
    network.profile.indexWeights.kinds["fund"] = 0.125
    network.actors = distinct(30).map { id in
      var actor = Actor(
        id: id, name: text(), nameZh: maybe(text()),
        kind: ["enterprise", "college", "lab: \"x\"", ""][random.below(4)], zone: maybe(text()))
      (actor.short, actor.shortZh, actor.url) = (maybe(text()), maybe(text()), maybe(text()))
      (actor.source, actor.evidence) = (maybe(text()), maybe(text()))
      (actor.size, actor.latitude, actor.longitude) = (maybe(number()), maybe(-89.5), maybe(179.25))
      actor.isLeader = random.below(3) == 0
      return actor
    }
    network.chains = distinct(4).map { id in
      var chain = Chain(id: id, name: text(), requires: ["enterprise", "lab: \"x\""], stages: distinct(3))
      (chain.group, chain.demand, chain.capacity) = (maybe(text()), maybe(number()), maybe(number()))
      if random.below(2) == 0 { chain.unassessed = ["fund"] }
      return chain
    }
    network.consortia = distinct(4).map { id in
      var consortium = Consortium(id: id, name: text(), leader: maybe(random.below(30)), chain: maybe(random.below(4)))
      (consortium.period, consortium.budget, consortium.objective) = (period(), maybe(number()), maybe(text()))
      return consortium
    }
    for _ in 0..<80 {
      let (source, target) = (random.below(30), random.below(30))
      guard source != target else { continue }
      var tie = Tie(source, target, kind: ["supply", text(), ""][random.below(3)], weight: number())
      tie.isDirected = [true, false, nil][random.below(3)]
      (tie.period, tie.stage, tie.outcome) = (period(), maybe(.research), maybe(.open))
      (tie.benefitToSource, tie.benefitToTarget) = (maybe(number()), maybe(-number()))
      (tie.chain, tie.consortium, tie.evidence) = (maybe(random.below(4)), maybe(random.below(4)), maybe(text()))
      network.ties.append(tie)
    }
    network.history = distinct(12).map { subject in
      var row = Observation(subject, in: 1990 + random.below(40), random.below(2) == 0 ? number() : -number())
      (row.evidence, row.basis) = (maybe(text()), maybe(.inferred))
      return row
    }
    for actor in 0..<20 {
      let chain = random.below(4)
      var position = Position(
        actor: actor, chain: chain, role: maybe(.platform), stage: maybe(network.chains[chain].stages[random.below(3)]),
        level: maybe(.municipal))
      (position.capacity, position.period, position.evidence) = (maybe(number()), period(), maybe(text()))
      network.positions.append(position)
      var member = Membership(consortium: random.below(4), actor: actor, role: maybe(.observer))
      (member.contribution, member.share, member.period) = (maybe(number()), maybe(number()), period())
      network.members.append(member)
      var supply = Supply(
        actor: actor, item: item(), quantity: maybe(number()), level: maybe(.national), chain: maybe(chain))
      supply.preferences = [0, 1, 2].filter { $0 != actor && random.below(2) == 0 }
      supply.evidence = maybe(text())
      network.supplies.append(supply)
      network.demands.append(Demand(actor: actor, item: item(), quantity: maybe(number())))
    }
    for first in 0..<12 {
      var coalition = CoalitionWorth(members: [first, 12 + first] + (first < 6 ? [29] : []), value: maybe(number()))
      coalition.evidence = maybe(text())
      network.coalitions.append(coalition)
    }
    for table in Table.allCases {
      // Beside few columns so many letters would be taken for heads with semicolons between.
      let names =
        [.coalitions, .supplies, .demands].contains(table)
        ? ["my column"] : ["my column", "a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q;r;s"]
      network.carried[table] = names.map { name in
        .init(name: name, values: (0..<network.rowCount(of: table)).map { _ in maybe(text()) ?? "" })
      }
    }
    return network
  }

  @Test("A tie whose direction is open is a row like any other: its kind counts, and columns stay in step with parts")
  func openDirections() throws {
    let ties = "source,target,kind,directed,from,note\nA,B,supply,open,2020,x\nB,C,,不定,,y\nA,C,,1,2023,z\n"
    let network = try NetworkReader.read(tables: tables([.ties: ties])).network
    #expect(network.ties.map(\.isDirected) == [nil, nil, true] && !network.ties.isList)
    let graph = try NetworkGraph(of: network)
    #expect(graph.ties == [0, 1, 2] && graph.hasTieRows)
    var selection = Selection()
    selection.isDirected = true
    #expect(try NetworkGraph(of: network, selection).hasDirections)
    let part = try network.part(of: nil, during: Period(to: PartialDate("2021")))
    #expect(part.ties.count == 2 && part.carried[.ties]?[0].values == ["x", "y"])
    expectSame(part, try rewritten(part))
  }

  @Test("What only says that its direction is open survives in every column, and in a snapshot beside unknown columns")
  func bareTies() throws {
    let ties = "source,target,directed,note\nA,B,open,x\nB,C,不定,y\n"
    let network = try NetworkReader.read(tables: tables([.ties: ties])).network
    #expect(network.ties.isList)
    #expect(try NetworkGraph(of: network).ties == [0, 1])
    let snapshot = place.path("bare.kesi")
    try Snapshot.write(network, to: snapshot)
    expectSame(network, try Snapshot.read(snapshot).network)
    #expect(try Snapshot.read(snapshot).network.carried[.ties]?[0].values == ["x", "y"])
  }

  @Test("Whatever a tie states beside its ends and weight makes it a row, in a snapshot and in tables")
  func tieColumns() throws {
    let ends = [TieColumns.source, TieColumns.target, TieColumns.weight].map(\.head.id)
    for column in Tie.columns where !ends.contains(column.head.id) {
      var tie = Tie(0, 1, isDirected: nil)
      switch column.content {
      case .text(let access), .kind(let access), .zone(let access), .tieKind(let access, _): access.set(&tie, "word")
      case .list(let access), .kinds(let access): access.set(&tie, ["word"])
      case .number(let access, _): access.set(&tie, 2.5)
      case .flag(let access), .direction(let access): access.set(&tie, true)
      case .start(let access): access.set(&tie, Period(from: PartialDate("2020")))
      case .end(let access): access.set(&tie, Period(to: PartialDate("2020")))
      case .term(let words, let access): access.set(&tie, words.labels[0].en)
      case .reference(_, let access): access.set(&tie, 1)
      case .references(_, let access): access.set(&tie, [1])
      }
      #expect(tie != Tie(0, 1, isDirected: nil), "\(column.head.id)")
      var network = try NetworkReader.read(tables: tables()).network
      network.chains.append(Chain(id: "second", name: "Second"))
      network.consortia.append(Consortium(id: "second", name: "Second"))
      network.ties = [Tie(1, 2, isDirected: nil), tie]
      #expect(!network.ties.isList && network.ties[1] == tie, "\(column.head.id)")
      let snapshot = place.path("\(column.head.id).kesi")
      try Snapshot.write(network, to: snapshot)
      #expect(try Snapshot.read(snapshot).network.ties.map(\.self) == network.ties.map(\.self), "\(column.head.id)")
      #expect(try rewritten(network).ties.map(\.self) == network.ties.map(\.self), "\(column.head.id)")
    }
  }

  @Test("Only tables with rows and columns with values are written; a network without ties has a table for them")
  func sparse() throws {
    var network = Network(actors: [Actor(id: "a", name: "A", kind: "college"), Actor(id: "b", name: "B")])
    try TablesWriter(network).write(to: place.path("bare/"))
    #expect(try place.read("bare/actors.csv") == "id,name,kind\na,A,college\nb,B,\n")
    #expect(try place.read("bare/ties.csv") == "source,target\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("bare")).count == 2)
    var tie = Tie(0, 1)
    tie.period.from = PartialDate("2020-05")
    network.ties = [tie, Tie(1, 0, weight: 2)]
    try TablesWriter(network).write(to: place.path("tied/"))
    #expect(try place.read("tied/ties.csv") == "source,target,weight,from\na,b,1,2020-05\nb,a,2,\n")
  }

  @Test("A list in a cell is read as before, unless an item needs its quotes")
  func listCells() {
    #expect("a; b；c、d|e;;".listItems == ["a", "b", "c", "d", "e"])
    #expect("a\nb\r\n\r\n c｜d".listItems == ["a", "b", "c", "d"])
    #expect("\"a;b\"\n\"c;d\"".listItems == ["a;b", "c;d"])
    #expect("\"a\";b\"c\"".listItems == ["\"a\"", "b\"c\""])
    #expect("\"a;b\" ; c".listItems == ["a;b", "c"])
    // A mark that combines with a quote makes no other sign of it.
    for items in [["\"\u{301}b;x", "a\"\u{301}"], ["\"\u{301}", "\"\u{301}b"]] {
      #expect(
        items.map(\.asListItem).joined(separator: ";").listItems.map { Array($0.utf8) } == items.map { Array($0.utf8) })
    }
    #expect("\"\";a; \"\" ;\"\"".listItems == ["a"])
    for items in [["\"", ";"], [" a ", "b"], ["\"a\"\"", "\"a;b\";"], ["a\u{301};", "|"], ["a\nb", "\n", "c"]] {
      #expect(items.map(\.asListItem).joined(separator: ";").listItems == items)
    }
  }

  @Test("White space at the ends of a text is kept by quotes that are seen")
  func blanks() {
    for text in ["a", "\"a\"", " a", "a\n", "\" a\"", "\"\" a\"\"", " ", "\"", "\"\"", "\" \"", ""] {
      #expect(text.wrapped.unwrapped == text)
    }
    #expect("\"a\"".wrapped == "\"a\"" && " a".wrapped == "\" a\"")
  }

  @Test("A text of very many nested quotes is read and written in a moment", .timeLimit(.minutes(1)))
  func nestedQuotes() {
    let quotes = String(repeating: "\"", count: 300_000)
    for middle in ["", "a", " a", "\""] {
      let text = quotes + middle + quotes
      #expect(text.wrapped.unwrapped.isExactly(text))
    }
    #expect((quotes + " a" + quotes).unwrapped.utf8.count == 600_000)
  }

  @Test("Names of columns with semicolons and line breaks come back, or the table is refused before it is there")
  func hostileHeads() throws {
    for names in [
      [";;;;;;\nx", "y"], ["x\n" + String(repeating: ";", count: 20_000)], ["a\tb\tc;;;;;;", "\r;;;;", "z"],
    ] {
      var network = Network(actors: [Actor(id: "a", name: "A"), Actor(id: "b", name: "B")], ties: [Tie(0, 1)])
      network.carried[.actors] = names.map { .init(name: $0, values: ["1 of \($0)", "2"]) }
      let back = try rewritten(network)
      // White space around a name is no part of it.
      #expect(back.carried[.actors]?.map(\.name) == names.map { $0 == "\r;;;;" ? ";;;;" : $0 })
      #expect(back.carried[.actors]?.map(\.values) == network.carried[.actors]?.map(\.values))
    }
    var network = Network(actors: [Actor(id: "a", name: "A"), Actor(id: "b", name: "B")], ties: [Tie(0, 1)])
    network.carried[.actors] = [.init(name: String(repeating: ";", count: 20_000), values: ["1", "2"])]
    let error = #expect(throws: CannotWrite.self) { try TablesWriter(network).write(to: place.path("many/")) }
    #expect(error?.message.en.contains("actors.csv cannot be written: it would need 2000") == true)
    #expect(try place.names.contains("many") == false)
  }

  @Test("The longest cell comes back, however many quotes it holds; a longer one is refused before the table is there")
  func longCells() throws {
    var network = Network(actors: [Actor(id: "a", name: "A"), Actor(id: "b", name: "B")], ties: [Tie(0, 1)])
    network.carried[.actors] = [
      .init(name: "note", values: ["x" + String(repeating: "\"", count: TextRows.longestField - 1), "2"])
    ]
    #expect(try rewritten(network).carried == network.carried)
    // Its own quotes make it longer than any cell.
    network.carried[.actors]?[0] = .init(
      name: "note", values: [" " + String(repeating: "x", count: TextRows.longestField - 1), "2"])
    let error = #expect(throws: CannotWrite.self) { try TablesWriter(network).write(to: place.path("long/")) }
    #expect(error?.message.en.contains("a cell of the column “note” would have 1048578 bytes") == true)
    #expect(try place.names.contains("long") == false)
  }

  @Test("A kind comes back as the same kind, whatever the others are called")
  func kinds() throws {
    for (profile, word, id) in [
      ("kinds: {A: {label: X}, B: {label: A}}", "X", "A"), ("kinds: {A: {label: X}, B: {label: A}}", "a", "A"),
      ("kinds: {enterprise: {label: university}}", "高校", "university"), ("kinds: {Lab: {label: X}}", "lab", "Lab"),
    ] {
      let actors = "id,name,kind\na,A,\(word)\nb,B,college\n"
      let read = try NetworkReader.read(
        tables: ["actors": actors, "ties": "source,target\na,b\n"].reduce(into: [:]) {
          $0[Table(rawValue: $1.key)!] = Array($1.value.utf8)
        }, profile: Array(profile.utf8)
      ).network
      #expect(read.actors[0].kind == id, "\(profile) \(word)")
      #expect(try rewritten(read).actors == read.actors, "\(profile) \(word)")
    }
  }

  @Test("A folder is made or an empty one filled, whole; what is there stays and nothing is left behind")
  func folders() throws {
    let network = try fixture("cluster")
    try FileManager.default.createDirectory(atPath: place.path("empty"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: place.path("link"), withDestinationPath: "empty")
    try TablesWriter(network).write(to: place.path("link"))
    #expect(try NetworkReader.read(place.path("empty")).network.actors == network.actors)
    for taken in ["empty", "empty/", "link/"] {
      let error = #expect(throws: CannotWrite.self) { try TablesWriter(network).write(to: place.path(taken)) }
      #expect(error?.message.en.contains("holds files") == true)
    }
    #expect(throws: CannotWrite.self) { try TablesWriter(network).write(to: place.path("none/deeper/")) }
    try place.write("x", "file")
    #expect(throws: CannotWrite.self) { try TablesWriter(network).write(to: place.path("file/")) }
    struct Failure: Error {}
    #expect(throws: Failure.self) {
      try FolderDraft.write(
        to: FolderTarget(place.path("half")),
        [("a.csv", { try [1 as UInt8].withUnsafeBytes($0) }), ("b.csv", { _ in throw Failure() })])
    }
    #expect(try place.names == ["empty", "file", "link"])
    // What a run that was killed has left is cleared away by the next.
    let dead = Draft.partialName(of: "new", process: 999_999_999)
    try FileManager.default.createDirectory(atPath: place.path(dead), withIntermediateDirectories: false)
    try place.write("half", "\(dead)/actors.csv")
    try TablesWriter(network).write(to: place.path("new"))
    #expect(try place.names == ["empty", "file", "link", "new"])
  }
}
