import Foundation
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("Values of coalitions")
struct CoalitionRowTests {
  static let table = "members,value,basis\nA;B,10,reported\n\"Gamma, Ltd.、阿尔法\",7.5,\nC,,\n"

  private func coalitions(_ text: String) throws -> [CoalitionWorth] {
    try NetworkReader.read(tables: tables([.coalitions: text])).network.coalitions
  }

  @Test("Members are named by id or by name, with any sign between; a value may be unknown")
  func read() throws {
    let read = try coalitions(Self.table)
    #expect(read.map(\.members) == [[0, 1], [0, 2], [2]])
    #expect(read.map(\.value) == [10, 7.5, nil])
    #expect(read.map(\.basis) == [.reported, nil, nil])
    let chinese = try coalitions("联盟成员,联盟收益\n阿尔法；贝塔,3\n")
    #expect(chinese == [CoalitionWorth(members: [0, 1], value: 3)])
    for members in ["A｜B", "\"A\nB\"", "\"A\tB\"", "\"A\n\nB\n\""] {
      #expect(
        try coalitions("members;value\n\(members);3\n") == [CoalitionWorth(members: [0, 1], value: 3)], "\(members)")
    }
  }

  @Test(
    "What is wrong is said with its place",
    arguments: [
      ("A;Betta,1", "coalitions.csv:2: members: “Betta” is not in actors.csv. Did you mean “Beta”"),
      (
        "A;B,1\nB;A,2", "coalitions.csv:3: members: these actors stand in an earlier row with another value (1; here 2)"
      ),
      ("A;A,1", "coalitions.csv:2: members: “A” is listed twice"), (",1", "coalitions.csv:2: members: is empty"),
      ("A,-3", "coalitions.csv:2: value:"), ("A,much", "coalitions.csv:2: value:"),
      ("A;B,1\nB;A,1", "coalitions.csv:3: members: these actors stand in an earlier row with the same value"),
      (
        "\"A,B\",1",
        "coalitions.csv:2: members: “A,B” names several rows of actors.csv. Write semicolons between them: “A;B”."
      ),
      ("A B,1", "coalitions.csv:2: members: “A B” names several rows of actors.csv. Write semicolons"),
      ("A+Beta,1", "coalitions.csv:2: members: “A+Beta” names several rows of actors.csv. Write semicolons"),
      ("阿尔法和贝塔,1", "coalitions.csv:2: members: “阿尔法和贝塔” names several rows of actors.csv. Write semicolons"),
      (
        "\"A, Beta & C\",1",
        "coalitions.csv:2: members: “A, Beta & C” names several rows of actors.csv. Write semicolons between them: “A;Beta;C”."
      ),
    ])
  func problems(rows: String, line: String) {
    let found = lines([.coalitions: "members,value\n\(rows)\n"])
    #expect(found.count == 1 && found[0].hasPrefix(line), "\(found)")
  }

  @Test("They go through tables, a workbook and a snapshot, in any order of actors")
  func roundTrip() throws {
    let network = try NetworkReader.read(tables: tables([.coalitions: Self.table])).network
    let folder = FileManager.default.temporaryDirectory.appending(path: "kesi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path }
    try TablesWriter(network).write(to: path("tables"))
    try Snapshot.write(network, to: path("network.kesi"))
    try WorkbookTables(network: network, language: .zh).write(to: path("network.xlsx"))
    for name in ["tables", "network.kesi", "network.xlsx"] {
      expectSame(try NetworkReader.read(path(name)).network, network, "\(name)")
    }
    // Ids in another order than rows.
    var reversed = network
    reversed.actors[0].id = "Z"
    let ordered = reversed.inCanonicalOrder()
    #expect(ordered.actors.map(\.id) == ["B", "C", "Z"])
    #expect(ordered.coalitions.map(\.members) == [[0, 2], [1], [1, 2]])
    #expect(ordered.coalitions.map(\.value) == [10, nil, 7.5])
  }

  @Test("Without an actor, coalitions that it is in are gone, and the others keep their members")
  func removal() throws {
    let network = try NetworkReader.read(tables: tables([.coalitions: Self.table])).network
    #expect(network.without([1]).coalitions.map(\.members) == [[0, 1], [1]])
  }

  @Test("A file beside the network names its actors, and says its own name where it is wrong")
  func file() throws {
    let network = try NetworkReader.read(tables: tables()).network
    let file = FileManager.default.temporaryDirectory.appending(path: "kesi-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("members,value\n阿尔法;Beta,4\n".utf8).write(to: file)
    #expect(
      try NetworkReader.coalitions(in: file.path, of: network).coalitions
        == [CoalitionWorth(members: [0, 1], value: 4)])
    try Data("members,value\nA;Q,4\n".utf8).write(to: file)
    let failure = #expect(throws: BadData.self) { try NetworkReader.coalitions(in: file.path, of: network) }
    #expect(failure?.problems.first?.line(in: .en).hasPrefix("\(file.lastPathComponent):2: members:") == true)
  }
}
