import KesiMatrix
import KesiNetwork

/// A graph on its way from the grammar of a file into a network: tables of nodes and edges, which are then read as any
/// others, by the same names of columns. Whatever reads a format of graphs fills these and knows nothing of networks.
///
/// Each actor is known by the id that the file has for its node, byte by byte. A column that Kesi does not know is carried
/// along; so is one that it knows where a cell is not what the column should hold, since programs call their attributes as
/// they like.
struct GraphTables {
  /// What messages call the file.
  let file: String
  /// What messages call a table of it, where the numbers of its rows are no lines of the file.
  var names: [Table: String] = [:]
  let log = ProblemLog()
  var remarks: [Remark] = []
  var actors: GraphTable
  var ties: GraphTable
  /// Of graphs in which nodes of one kind are joined to those of another: these, and what joins them.
  var consortia: GraphTable
  var members: GraphTable
  /// Whether the data are marked as made up.
  var isIllustrative = false
  var title: String?
  /// The column that has what nodes were called before the program numbered them: where all have one, and none that of
  /// another, these are the ids. Nil where ids of nodes are their own.
  var idAttribute: String?
  /// Whether the format has a place of its own for weights: then what stands there is one, or wrong.
  var ownsWeights = false
  /// How keys of objects are spelled that are names of columns.
  var spellings = KeySpellings()
  /// Whether ids are but the numbers of nodes, so that names are the ids where each has one of its own.
  var idsAreNames = false
  /// Whether ids of nodes are numbers as igraph gives them.
  private(set) var areNodesNumbered = true
  /// The column of what edges are called; nil where they are called nothing.
  private var edgeID: Int?
  private var areEdgesNumbered = true
  /// The places of the columns that all have.
  let (id, source, target, directed): (Int, Int, Int, Int)
  let (consortiumID, member, consortium): (Int, Int, Int)

  init(file: String) throws {
    self.file = file
    (actors, ties) = (GraphTable(.actors, of: file), GraphTable(.ties, of: file))
    (consortia, members) = (GraphTable(.consortia, of: file), GraphTable(.members, of: file))
    id = try actors.column(ActorColumns.id.head.id)
    source = try ties.column(TieColumns.source.head.id)
    target = try ties.column(TieColumns.target.head.id)
    directed = try ties.column(TieColumns.directed.head.id)
    consortiumID = try consortia.column(ConsortiumColumns.id.head.id)
    member = try members.column(MemberColumns.actor.head.id)
    consortium = try members.column(MemberColumns.consortium.head.id)
  }

  /// The place of the column of an attribute. What is called as one of the columns that all have gets another name.
  mutating func attribute(_ title: String, of table: WritableKeyPath<GraphTables, GraphTable>) throws -> Int {
    if let edgeID, self[keyPath: table].table == .ties, title.isExactly(Self.edgeIDTitle) {
      ties.removeTitle(at: edgeID)
      self.edgeID = nil
    }
    let isTaken = self[keyPath: table].titles.prefix(Self.ownColumns(self[keyPath: table].table)).containsExactly(title)
    return try self[keyPath: table].column(isTaken ? Self.second(title) : title)
  }

  private static func ownColumns(_ table: Table) -> Int {
    switch table {
    case .ties: 3
    case .members: 2
    default: 1
    }
  }

  /// What a column is called beside another one of its meaning, or that is not what its name says: no name that Kesi knows,
  /// nor nearly one.
  static func second(_ title: String) -> String { "attribute " + title }

  /// Begins the row of a node.
  mutating func beginNode(_ id: some Collection<UInt8>) {
    actors.set(self.id, id)
    // igraph writes n0, n1, … and keeps the ids that there were.
    if areNodesNumbered { areNodesNumbered = id.elementsEqual("n\(actors.rows.rowCount)".utf8) }
  }

  /// Begins the row of an edge.
  ///
  /// - Parameter isDirected: nil where that is left open.
  mutating func beginEdge(_ source: some Sequence<UInt8>, _ target: some Sequence<UInt8>, isDirected: Bool?) {
    ties.set(self.source, source)
    ties.set(self.target, target)
    ties.set(directed, isDirected.map { $0 ? "1" : "0" } ?? openDirection.en)
  }

  /// States an attribute of the edge under way. One that is called as the column of directions and says one says more than
  /// the grammar of most programs has: that some ties have a direction and others not, or that it is open.
  ///
  /// - Returns: false where it is no direction: then it is to be set as any other.
  mutating func setDirection(byAttribute title: String, _ value: some Sequence<UInt8>) -> Bool {
    guard title == TieColumns.directed.head.id,
      let word = ["", "0", "1", "true", "false", openDirection.en].first(where: { value.elementsEqual($0.utf8) })
    else { return false }
    if !word.isEmpty { ties.set(directed, word) }
    return true
  }

  /// Keeps what an edge is called, unless that only numbers the edges or an attribute says it.
  mutating func setEdgeID(_ id: some Collection<UInt8>) throws {
    if edgeID == nil {
      guard !ties.hasColumn(Self.edgeIDTitle) else { return }
      edgeID = try ties.column(Self.edgeIDTitle)
    }
    guard let edgeID else { return }
    ties.set(edgeID, id)
    guard areEdgesNumbered else { return }
    let number = id.drop { !(0x30...0x39).contains($0) }
    let count = ties.rows.rowCount
    areEdgesNumbered = number.elementsEqual("\(count)".utf8) || number.elementsEqual("\(count + 1)".utf8)
  }

  /// The title of a column of ties that says nothing; nil where all say something.
  var idleTitle: String? { edgeID != nil && areEdgesNumbered ? Self.edgeIDTitle : nil }

  /// The title of the column of weights of memberships where all are 1: then it says nothing. Nil elsewhere.
  var idleMemberTitle: String? {
    let title = TieColumns.weight.head.id
    guard let place = members.titles.firstIndex(where: { $0.isExactly(title) }) else { return nil }
    let one: [UInt8] = [UInt8(ascii: "1")]
    let saysSomething = (0..<members.rows.rowCount).contains { row in
      let weight = members.rows.bytes(row, place)
      return !weight.isEmpty && !weight.elementsEqual(one)
    }
    return saysSomething ? nil : title
  }

  static let edgeIDTitle = "edge_id"

  /// Says what was left out of a file, once for all of its like.
  func note(_ severity: Problem.Severity, at line: Int, _ en: String, zh: String) {
    log.add(Problem(severity, .line(file: file, line), Phrase(en, zh: zh)))
  }

  /// The network, once all is read.
  ///
  /// - Throws: `BadData` where edges have ends that are no nodes, ids come twice, or there is nothing.
  consuming func reading(_ options: ReadingOptions, on parallel: Parallel) throws -> NetworkReading {
    try actors.joinSpellings(besides: Self.ownColumns(.actors), idAttribute, in: names[.actors] ?? file)
    try ties.joinSpellings(besides: Self.ownColumns(.ties), nil, in: names[.ties] ?? file)
    var others: [Table: [ExactText: Int]] = [:]
    while true {
      let reader = NetworkReader(options, parallel)
      reader.log.add(log.record)
      reader.remarks = remarks
      let misread = try reader.read(self, notAs: others)
      guard misread.isEmpty else {
        for (table, titles) in misread { others[table, default: [:]].merge(titles) { first, _ in first } }
        continue
      }
      return try reader.reading()
    }
  }
}

extension NetworkReader {
  /// Reads the tables of a graph.
  ///
  /// - Parameter others: columns that are not what their titles say.
  /// - Returns: more of them, by their tables: then nothing was read.
  fileprivate func read(_ graph: GraphTables, notAs others: [Table: [ExactText: Int]]) throws -> [Table: [ExactText:
    Int]]
  {
    begin(graph)
    var misread: [Table: [ExactText: Int]] = [:]
    misread[.actors] = try read(graph.actors, Actor.self, others, named: graph.idAttribute)
    requireNodes(in: graph.file)
    if graph.consortia.rows.rowCount > 0 { misread[.consortia] = try read(graph.consortia, Consortium.self, others) }
    if graph.ties.rows.rowCount > 0 {
      misread[.ties] = try read(
        graph.ties, Tie.self, others, without: graph.idleTitle, ownsWeights: graph.ownsWeights)
    }
    if graph.members.rows.rowCount > 0 {
      misread[.members] = try read(graph.members, Membership.self, others, without: graph.idleMemberTitle)
    }
    misread = misread.filter { !$1.isEmpty }
    guard misread.isEmpty else { return misread }
    if let title = graph.idAttribute { takeIds(from: title) }
    if graph.idsAreNames {
      takeNamesForIds(of: \.actors, \.id, \.name)
      takeNamesForIds(of: \.consortia, \.id, \.name)
    }
    if log.errorCount == 0 { checkWhole() }
    return [:]
  }

  /// Takes what is said of a whole graph.
  func begin(_ graph: GraphTables) {
    references.actors.holdsIdsOnly = true
    references.consortia.holdsIdsOnly = true
    for table in Table.allCases { references.setName(of: table, to: graph.names[table] ?? graph.file) }
    network.profile.isIllustrative = graph.isIllustrative
    network.profile.title = graph.title.map { Phrase($0, zh: $0) }
    references.profile = network.profile
  }

  /// Says that there are no nodes, unless something else was wrong with them.
  func requireNodes(in file: String) {
    guard log.errorCount == 0, network.actors.isEmpty else { return }
    log.add(
      Problem(
        .error, .file(file),
        Phrase("holds no nodes. Check that it was written to its end.", zh: "没有任何节点。请核对文件是否完整。")))
  }

  /// - Returns: the columns that hold something else than they should, though a row may be without it.
  private func read<Row: NetworkRow>(
    _ table: GraphTable, _: Row.Type, _ others: [Table: [ExactText: Int]], without idle: String? = nil,
    named calling: String? = nil, ownsWeights: Bool = false
  ) throws -> [ExactText: Int] {
    let file = references.name(of: Row.table)
    let columns = GraphColumns<Row>(table, of: file, notAs: others[Row.table] ?? [:], without: idle, named: calling)
    for remark in columns.remarks { log.add(remark) }
    let before = log.errors
    let whole = reader(of: Row.self, named: file)
    var options = whole.options
    options.decimals = table.decimals
    try TableReader<Row>(file: file, reader: self, options: options, parallel: whole.parallel).read(
      columns.rows, below: TableHead(columns.layout, titles: [], row: 0, records: 0))
    let errors = log.errors.dropFirst(before.count)
    return columns.misread(by: Array(errors), ownsWeights: ownsWeights)
  }

  /// Lets rows have their names for ids, where no two have the same.
  private func takeNamesForIds<Row>(
    of rows: WritableKeyPath<Network, [Row]>, _ id: WritableKeyPath<Row, String>, _ name: KeyPath<Row, String>
  ) {
    var seen = Set<ExactText>()
    guard network[keyPath: rows].allSatisfy({ seen.insert(ExactText($0[keyPath: name])).inserted }) else { return }
    for row in network[keyPath: rows].indices {
      network[keyPath: rows][row][keyPath: id] = network[keyPath: rows][row][keyPath: name]
    }
  }

  /// Takes the cells of a column that is carried along for ids, unless one is missing or comes twice.
  private func takeIds(from title: String) {
    guard let place = network.carried[.actors]?.firstIndex(where: { $0.name.isExactly(title) }),
      let ids = network.carried[.actors]?[place], log.errorCount == 0
    else { return }
    var seen = Set<ExactText>()
    for row in network.actors.indices {
      let id = ids[row]
      guard !id.isEmpty, seen.insert(ExactText(id)).inserted else { return }
    }
    for row in network.actors.indices { network.actors[row].id = ids[row] }
    network.carried[.actors]?.remove(at: place)
    if network.carried[.actors]?.isEmpty == true { network.carried[.actors] = nil }
  }
}

extension GraphTables {
  /// The mark of a graph whose data are made up, as an attribute of the whole.
  static let illustrativeTitle = "illustrative"

  /// Takes what a file says of the whole graph.
  mutating func set(graphAttribute name: String, _ value: String, at line: Int) {
    switch name.lowercased() {
    case Self.illustrativeTitle: isIllustrative = ["1", "true"].contains(value)
    case "title", "name", "label": if title == nil, !value.isEmpty { title = value }
    default:
      note(
        .notice, at: line, "“\(name.shortened)” of the whole graph is not kept.", zh: "整个图的属性“\(name.shortened)”未保留。")
    }
  }
}

extension GraphTables {
  /// What a graph file with attributes holds of a network.
  static let holdings: Set<Holding> = [.loneActors, .directions, .openDirections, .illustrationMark, .carriedColumns]
}
