import Foundation
import KesiCluster
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("Snapshots")
struct SnapshotTests {
  private func temporary(_ name: String) -> String {
    FileManager.default.temporaryDirectory.appending(path: "kesi-\(UUID().uuidString)-\(name)").path
  }

  @Test(
    "A network comes back as it was, every table and setting",
    arguments: ["wenzhou", "suzhou", "park", "classics/davis"])
  func tables(name: String) throws {
    let network = try shipped(name)
    let path = temporary("tables.kesi")
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Snapshot.write(network, to: path)
    let back = try Snapshot.read(path).network
    #expect(back.actors == network.actors)
    #expect(back.ties == network.ties)
    #expect(back.chains == network.chains)
    #expect(back.positions == network.positions)
    #expect(back.consortia == network.consortia)
    #expect(back.members == network.members)
    #expect(back.history == network.history)
    #expect(back.profile.symbiosis == network.profile.symbiosis)
    #expect(back.profile.gainUnit == network.profile.gainUnit)
    #expect(back.profile.contributionUnit == network.profile.contributionUnit)
    #expect(back.carried == network.carried)
    #expect(back.profile.title == network.profile.title)
    #expect(back.profile.text == network.profile.text)
    #expect(back.isIllustrative == network.isIllustrative)
  }

  @Test("Settings that were never a file come back, in a snapshot and in tables, whatever signs they hold")
  func settings() throws {
    var network = Network(actors: [Actor(id: "a", name: "A"), Actor(id: "b", name: "B")], ties: [Tie(0, 1)])
    let title = "a\u{1}\u{7F}\u{80}\u{85}\u{9F}\u{A0}\u{2028}\u{FEFF}\u{FFFD}\u{FFFE}\u{FFFF}\u{1FFFE}b"
    network.profile.title = Phrase(title, zh: "甲" + title)
    network.profile.isIllustrative = true
    network.profile.license = "CC0"
    network.profile.kinds.append(Kind(id: "lab", label: Phrase("lab", zh: "实验室"), helix: .university))
    let (file, folder) = (temporary("settings.kesi"), temporary("settings"))
    defer { for path in [file, folder] { try? FileManager.default.removeItem(atPath: path) } }
    try Snapshot.write(network, to: file)
    try TablesWriter(network).write(to: folder)
    for path in [file, folder] {
      let back = try NetworkReader.read(path).network
      expectSame(network, back)
      #expect(back.profile.title.map { Array($0.en.utf8) } == Array(title.utf8))
    }
  }

  @Test("A part that was kept is judged as it was in the whole", arguments: ["cluster", "colleges"])
  func parts(name: String) throws {
    let network = try fixture(name)
    let path = temporary("part.kesi")
    defer { try? FileManager.default.removeItem(atPath: path) }
    for year in ["2020", "2022"] {
      var selection = Selection()
      selection.period = Period(to: PartialDate(year))
      let analysis = Analysis(of: try NetworkGraph(of: network, selection), period: selection.period, draws: 100)
      try Snapshot.write(network.part(of: nil, during: selection.period), to: path)
      let part = try Snapshot.read(path).network
      let again = Analysis(of: try NetworkGraph(of: part), draws: 100)
      #expect(again.assessment.aspects == analysis.assessment.aspects && again.now == analysis.now)
      #expect(try again.gaps().map(\.id) == analysis.gaps().map(\.id))
    }
  }

  @Test("As many columns as tables may have are read again; more are refused before the file is written")
  func manyColumns() throws {
    let path = temporary("wide.kesi")
    defer { try? FileManager.default.removeItem(atPath: path) }
    var network = Network(actors: [Actor(id: "a", name: "A")])
    for table in Table.allCases {
      network.carried[table] = (0..<4_096).map { .init(name: "c\($0)", values: table == .actors ? ["\($0)"] : []) }
    }
    try Snapshot.write(network, to: path)
    #expect(try Snapshot.read(path).network.carried == network.carried)
    network.carried[.actors]? += (0..<40_000).map { .init(name: "d\($0)", values: ["\($0)"]) }
    try FileManager.default.removeItem(atPath: path)
    let error = #expect(throws: CannotWrite.self) { try Snapshot.write(network, to: path) }
    #expect(error?.message.en.contains("65536") == true)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("Columns that are carried along are as long as their table, or the file is refused")
  func carriedLengths() throws {
    let path = temporary("short.kesi")
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (table, values) in [(Table.actors, ["x"]), (.actors, ["x", "y", "z"]), (.ties, ["x"])] {
      var network = Network(actors: ["a", "b"].map { Actor(id: $0, name: $0) })
      network.carried[table] = [.init(name: "note", values: values)]
      try Snapshot.write(network, to: path)
      #expect(throws: BadData.self, "\(table) \(values)") { try Snapshot.read(path) }
    }
  }

  @Test("Numbers that no table may hold are refused, whoever wrote them")
  func ranges() throws {
    let path = temporary("ranges.kesi")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let changes: [(inout Network) -> Void] = [
      { $0.actors[0].latitude = 1e9 }, { $0.actors[0].longitude = -181 }, { $0.actors[0].size = -1 },
      { $0.chains[0].capacity = -1 }, { $0.positions[0].capacity = -2 },
      { $0.ties[0].benefitToSource = 1e200 }, { $0.consortia[0].budget = -0.5 }, { $0.members[0].share = -0.5 },
      { $0.supplies = [Supply(actor: 0, item: "x", quantity: -1)] },
    ]
    for (number, change) in changes.enumerated() {
      var network = try fixture("cluster")
      change(&network)
      try Snapshot.write(network, to: path)
      #expect(throws: BadData.self, "\(number)") { try Snapshot.read(path) }
    }
  }

  @Test("A carried column stays in step with the rows of its table, though it be short")
  func carriedSteps() {
    let column = Network.CarriedColumn(name: "note", values: ["a", "b"])
    #expect(column.kept([3, 1, 2, 0]).values == ["", "b", "", "a"])
  }

  @Test("The ties of a list come back with their matrix, which is not copied", arguments: [false, true])
  func lists(isWeighted: Bool) throws {
    var random = SplitMix(seed: 4, use: "test")
    var ties = TieList(isWeighted: isWeighted)
    for _ in 0..<2_000 {
      ties.append(UInt32(random.below(300)), UInt32(random.below(300)), weight: Double(random.below(50)) / 8)
    }
    var network = Network(actors: (0..<300).map { Actor(id: "公司\($0)", name: "公司\($0)") }, ties: Ties(ties))
    network.carried[.ties] = [.init(name: "note", values: ties.sources.map { "\($0)" })]
    let path = temporary("bare.kesi")
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Snapshot.write(network, to: path, threads: 2)
    let back = try Snapshot.read(path, threads: 2).network
    #expect(back.actors == network.actors)
    #expect(back.ties.list == ties && back.carried == network.carried)
    // None of what is large is copied.
    #expect(back.ties.list.sources.isLent && back.ties.list.targets.isLent && back.ties.list.weights?.isLent ?? true)
    for isDirected in [false, true] {
      var selection = Selection()
      selection.isDirected = isDirected
      let (a, b) = (try NetworkGraph(of: network, selection).matrix, try NetworkGraph(of: back, selection).matrix)
      let (left, right) = (a.arrays, b.arrays)
      #expect(left.offsets == right.offsets && left.columns == right.columns && left.weights == right.weights)
    }
  }

  @Test("Cut short, altered, newer or foreign files are refused in words")
  func refusals() throws {
    let path = temporary("refused.kesi")
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Snapshot.write(try fixture("cluster"), to: path)
    let whole = try Data(contentsOf: URL(filePath: path))
    func refusal(_ bytes: Data) throws -> String {
      try bytes.write(to: URL(filePath: path))
      do {
        _ = try Snapshot.read(path)
        return "read"
      } catch let error as BadData {
        return error.problems[0].message.en
      }
    }
    #expect(try refusal(whole) == "read")
    for length in [1, 7, 8, 31, 32, 1_000] { #expect(try refusal(whole.prefix(length)).contains("cut short")) }
    #expect(try refusal(whole + Data([0])).contains("added to"))
    #expect(try refusal(Data()).contains("not a snapshot"))
    #expect(try refusal(Data("id,name\n".utf8)).contains("not a snapshot"))
    var newer = whole
    newer[8] = 9
    #expect(try refusal(newer).contains("version 9"))
    // Every byte counts, but for those between arrays.
    var random = SplitMix(seed: 8, use: "test")
    var unnoticed = 0
    for _ in 0..<400 {
      var altered = whole
      altered[12 + random.below(whole.count - 12)] ^= UInt8(1 + random.below(255))
      if try refusal(altered) == "read" { unnoticed += 1 }
    }
    #expect(unnoticed < 100)
  }

  @Test("A matrix that is none is refused, whoever signed it")
  func hostileMatrices() {
    func isRefused(_ offsets: [Int], _ columns: [UInt32], _ weights: [Double]? = nil) -> Bool {
      offsets.withUnsafeBufferPointer { offsets in
        columns.withUnsafeBufferPointer { columns in
          func make(_ weights: UnsafeBufferPointer<Double>?) -> Bool {
            AdjacencyMatrix(symmetricOffsets: offsets, columns: columns, weights: weights, owner: Owner()) == nil
          }
          return weights?.withUnsafeBufferPointer { make($0) } ?? make(nil)
        }
      }
    }
    #expect(!isRefused([0, 1, 2], [1, 0]))
    #expect(!isRefused([0], []))
    #expect(isRefused([], []))
    #expect(isRefused([0, 1, 2], [1, 1]))  // a tie to itself
    #expect(isRefused([0, 1, 1], [1]))  // in one row only
    #expect(isRefused([0, 1, 2], [1, 7]))  // out of range
    #expect(isRefused([0, 2, 1, 2], [1, 0]))  // offsets that fall
    #expect(isRefused([0, 1, 9], [1, 0]))  // offsets beyond the columns
    #expect(isRefused([0, 2, 3, 4], [2, 1, 0, 0]))  // columns that fall
    #expect(isRefused([0, 1, 2], [1, 0], [1, 2]))  // weights that differ
    #expect(isRefused([0, 1, 2, 3], [1, 2, 0]))  // ties that stand in one row each
    #expect(isRefused([0, 1, 1, 3, 4], [1, 0, 3, 2]))  // as many above as below
    #expect(isRefused([0, 1, 2], [1, 0], [.nan, .nan]))
    #expect(isRefused([0, 1, 2], [1, 0], [-1, -1]))
  }

  private final class Owner {}
}
