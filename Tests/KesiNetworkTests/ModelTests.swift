import KesiMatrix
import KesiNetwork
import Testing

@Suite("The model")
struct ModelTests {
  @Test(
    "Dates are read in the forms people write",
    arguments: [
      ("2024", 20_240_101, 20_241_231), ("2024-05", 20_240_501, 20_240_531), ("2024-05-17", 20_240_517, 20_240_517),
      ("2024/5/7", 20_240_507, 20_240_507), ("2024年5月", 20_240_501, 20_240_531), ("2024年5月17日", 20_240_517, 20_240_517),
      ("2024-02-29", 20_240_229, 20_240_229),
    ])
  func dates(text: String, earliest: Int, latest: Int) throws {
    let date = try #require(PartialDate(text))
    #expect(date.earliest == earliest && date.latest == latest)
  }

  /// A tie of which one column states something.
  private func tie(stating id: String) throws -> Tie {
    var tie = Tie(0, 1)
    switch try #require(TieColumns.all.first { $0.head.id == id }).content {
    case .text(let access), .kind(let access), .zone(let access), .tieKind(let access, _): access.set(&tie, "x")
    case .list(let access), .kinds(let access): access.set(&tie, ["x"])
    case .number(let access, _): access.set(&tie, 3)
    case .flag(let access), .direction(let access): access.set(&tie, true)
    case .start(let access): access.set(&tie, Period(from: PartialDate("2020"), to: access.get(tie).to))
    case .end(let access): access.set(&tie, Period(from: access.get(tie).from, to: PartialDate("2021")))
    case .term(let words, let access): access.set(&tie, words.labels[0].en)
    case .reference(_, let access): access.set(&tie, 1 - (access.get(tie) ?? 1))
    case .references(_, let access): access.set(&tie, [1])
    }
    return tie
  }

  @Test(
    "Ties keep what any declared column states: see every column of Ties",
    arguments: TieColumns.all.map(\.head.id).filter { $0 != "source" && $0 != "target" })
  func kept(column: String) throws {
    let (plain, stating) = (Tie(0, 1), try tie(stating: column))
    #expect(plain != stating)
    var ties: Ties = [plain]
    ties.append(stating)
    #expect(ties[0] == plain && ties[1] == stating)
    ties[0] = stating
    #expect(ties[0] == stating)
    if column != "weight" { #expect(!ties.isList) }
    let actors = ["a", "b"].map { Actor(id: $0, name: $0) }
    func sorted(_ ties: Ties) -> Ties {
      var network = Network(actors: actors, ties: ties)
      network.chains = ["c", "d"].map { Chain(id: $0, name: $0) }
      network.consortia = ["k", "l"].map { Consortium(id: $0, name: $0) }
      return network.inCanonicalOrder().ties
    }
    #expect(sorted([plain, stating]) == sorted([stating, plain]))
  }

  @Test("Ties keep the kind of each, be there few kinds or more than a byte can count, one by one and appended")
  func kindsOfTies() {
    func ties(_ kinds: [String]) -> Ties { Ties(kinds.map { Tie(0, 1, kind: $0) }) }
    let lists = [0, 1, 2, 255, 256, 257, 600, 70_000].map { count in (0..<count).map { "k\($0)" } + ["", "k1"] }
    for one in lists {
      #expect(ties(one).map(\.kind) == one)
      for other in lists where one.count + other.count < 2000 {
        var both = ties(one)
        both.append(ties(other))
        #expect(both.indices.map(both.kind) == one + other)
        both[0].kind = "new"
        both[both.count - 1].kind = "newer"
        #expect(both.indices.map(both.kind) == ["new"] + (one + other).dropFirst().dropLast() + ["newer"])
      }
    }
  }

  @Test(
    "What is no date is none",
    arguments: [
      "", "24", "2024-13", "2023-02-29", "2024-00", "2024-", "-2024", "2024-05-17-1", "May 2024", "99999", "2024年年",
    ])
  func noDates(text: String) { #expect(PartialDate(text) == nil) }

  @Test("Periods overlap when they share a day")
  func periods() {
    func period(_ from: String?, _ to: String?) -> Period {
      Period(from: from.flatMap { PartialDate($0) }, to: to.flatMap { PartialDate($0) })
    }
    #expect(period("2020", "2021").overlaps(period("2021-12", nil)))
    #expect(!period("2020", "2021").overlaps(period("2022", nil)))
    #expect(period(nil, nil).overlaps(period("1900", "1900")))
    #expect(!period(nil, "2019").overlaps(period("2020", nil)))
  }

  /// Actors a–d; a consortium of a, b, c; ties a–b directed in 2020, b–c from 2022.
  static func example() -> Network {
    var network = Network()
    network.actors = ["a", "b", "c", "d"].map {
      Actor(id: $0, name: $0, kind: $0 < "c" ? "enterprise" : "college", zone: $0 < "b" ? "N" : "S")
    }
    network.ties = [Tie(0, 1, kind: "x", weight: 2, isDirected: true), Tie(1, 2, kind: "y", weight: 3)]
    network.ties[0].period = Period(from: PartialDate("2020"), to: PartialDate("2020"))
    network.ties[1].period = Period(from: PartialDate("2022"))
    network.consortia = [Consortium(id: "k", name: "k")]
    network.members = (0..<3).map { Membership(consortium: 0, actor: $0) }
    return network
  }

  func ties(_ change: (inout Selection) -> Void) throws -> [String: Double] {
    var selection = Selection()
    change(&selection)
    let graph = try NetworkGraph(of: Self.example(), selection)
    return graph.matrix.withRows { rows in
      var found: [String: Double] = [:]
      for row in 0..<rows.order {
        for entry in rows.entries(row) {
          found[graph.actor(row).id + graph.actor(rows.column(entry)).id] = rows.weight(entry)
        }
      }
      return found
    }
  }

  @Test("Layers, dates, zones, kinds and direction choose the ties of the matrix")
  func selection() throws {
    #expect(try ties { _ in } == ["ab": 2, "ba": 2, "bc": 3, "cb": 3])
    #expect(try ties { $0.isDirected = true } == ["ab": 2, "bc": 3, "cb": 3])
    #expect(try ties { $0.layers = ["y"] } == ["bc": 3, "cb": 3])
    #expect(try ties { $0.period = Period(to: PartialDate("2021")) } == ["ab": 2, "ba": 2])
    #expect(try ties { $0.zones = ["S"] } == ["bc": 3, "cb": 3])
    #expect(try ties { $0.kinds = ["enterprise"] } == ["ab": 2, "ba": 2])
    #expect(
      try ties {
        $0.layers = ["consortia"]
        $0.projection = .newman
      } == ["ab": 0.5, "ba": 0.5, "ac": 0.5, "ca": 0.5, "bc": 0.5, "cb": 0.5])
    #expect(try ties { $0.layers = ["x", "consortia"] }["ab"] == 3)
  }

  @Test("A network without ties is read by its consortia")
  func defaultLayers() throws {
    var network = Self.example()
    network.ties = []
    #expect(NetworkGraph.defaultLayers(of: network) == ["consortia"])
    #expect(try NetworkGraph(of: network).matrix.tieCount == 3)
  }

  @Test("Made-up rows mark the network")
  func illustrative() {
    var network = Self.example()
    #expect(!network.isIllustrative)
    network.ties[0].evidence = "illustrative: drawn by hand"
    #expect(network.isIllustrative)
  }
}
