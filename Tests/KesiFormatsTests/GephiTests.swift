import Foundation
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("The tables of Gephi")
struct GephiTests {
  private let place = try! FileTests.Place()

  private func read(_ nodes: String, _ edges: String) throws -> NetworkReading {
    let folder = place.path("g")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try place.write(nodes, "g/nodes.csv")
    try place.write(edges, "g/edges.csv")
    return try NetworkReader.read(folder)
  }

  private func problem(_ nodes: String, _ edges: String) -> String { problems { try read(nodes, edges) } }

  @Test("Each edge says by its Type whether it has a direction; columns in capitals or not, in any order")
  func types() throws {
    let network = try read(
      "Label,Id,timeset,类型\n甲,1,,企业\n\"乙, 丙\",02,,高校\nx,2,,\n",
      "Source,Target,Type,Id,Label,timeset,Weight\n1,02,Directed,0,,,2.5\n02,1,Undirected,1,a,,1\n2,1,,2,,,3\n"
    ).network
    #expect(network.actors.map(\.id) == ["1", "02", "2"] && network.actors.map(\.name) == ["甲", "乙, 丙", "x"])
    #expect(network.actors.map(\.kind) == ["enterprise", "university", ""])
    #expect(network.ties.map(\.isDirected) == [true, false, nil] && network.ties.map(\.weight) == [2.5, 1, 3])
    #expect(network.carried[.ties]?.map { $0.values } == [["", "a", ""], ["", "", ""]])
  }

  @Test("Semicolons and decimal commas of spreadsheets are told, and points where there are none")
  func commas() throws {
    let reading = try read("Id;Label;size\na;甲;1,5\nb;乙;20\n", "Source;Target;Type;Weight\na;b;Undirected;2,25\n")
    #expect(reading.network.ties.map(\.weight) == [2.25] && reading.network.actors.map(\.size) == [1.5, 20])
    #expect(reading.remarks.contains { $0.message.en.contains("commas part decimals") })
    let points = try read("Id;Label\na;甲\nb;乙\n", "Source;Target;Type;Weight\na;b;Undirected;1.125\n")
    #expect(points.network.ties.map(\.weight) == [1.125])
    let quoted = try read("Id,Label\na,甲\nb,乙\n", "Source,Target,Type,Weight\na,b,Undirected,\"2,25\"\n")
    #expect(quoted.network.ties.map(\.weight) == [2.25])
  }

  @Test("What parts decimals is told of each table alone; where a number of a table has a point, commas do not")
  func decimals() throws {
    let nodes = "Id;Label;size\na;甲;0,5\nb;乙;2\n"
    let edges = "Source;Target;Type;Weight\na;b;Undirected;1.250\n"
    let each = try read(nodes, edges)
    #expect(each.network.ties.map(\.weight) == [1.25] && each.network.actors.map(\.size) == [0.5, 2])
    let mixed = try read("Id;Label\na;甲\nb;乙\n", "Source;Target;Weight;score\na;b;1.250;0,5\n")
    #expect(mixed.network.ties.map(\.weight) == [1.25])
    #expect(mixed.network.carried[.ties]?.map { $0.values } == [["0,5"]])
    // Ids are no numbers.
    let ids = try read("Id;Label;size\n1.1;甲;0,5\n1.2;乙;2\n", "Source;Target;Weight\n1.1;1.2;2,25\n")
    #expect(ids.network.ties.map(\.weight) == [2.25] && ids.network.actors.map(\.size) == [0.5, 2])
    var options = ReadingOptions()
    options.decimals = .comma
    _ = try read(nodes, edges)
    let said = try NetworkReader.read(place.path("g"), options, on: Parallel())
    #expect(said.network.ties.map(\.weight) == [1250] && said.network.actors.map(\.size) == [0.5, 2])
  }

  @Test("What Kesi writes for Gephi it reads back as the same network", arguments: 1...12 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var network = HostileGraph(seed: seed).network
    // The two tables have no place for these, which is said.
    (network.profile.isIllustrative, network.profile.title) = (false, nil)
    let folder = place.path("out/")
    guard case (let format, .network(let write))? = Format.writing(to: folder, as: "gephi") else {
      Issue.record("no writer")
      return
    }
    try write(network, folder, Wording(), Parallel())
    expectSame(network, try NetworkReader.read(folder).network, "seed \(seed)")
    let column = Network.CarriedColumn(name: "Weight", values: network.ties.map { _ in "x" })
    network.carried[.ties, default: []].append(column)
    #expect(
      Losses(of: network, in: format).parts.map(\.en)
        .contains("the title of 1 column (“Weight”; written as “attribute Weight”)"))
    network.profile.isIllustrative = true
    #expect(Losses(of: network, in: format).parts.map(\.en).contains("the mark that data are illustrative"))
    #expect(Format.writing(to: "new/")?.format.id == "tables")
  }

  @Test("A list of ties comes back as a list, its directions open")
  func list() throws {
    let network = Network(
      actors: ["a", "b"].map { Actor(id: $0, name: $0) },
      ties: Ties(TieList(sources: [0], targets: [1], weights: nil)))
    let folder = place.path("list/")
    guard case (_, .network(let write))? = Format.writing(to: folder, as: "gephi") else {
      Issue.record("no writer")
      return
    }
    try write(network, folder, Wording(), Parallel())
    #expect(try NetworkReader.read(folder).network.ties.isList)
  }

  @Test("What is wrong is refused with file, line and reason")
  func refused() {
    let nodes = "Id,Label\na,A\nb,B\n"
    let wrong: [(String, String, String)] = [
      ("Label\na\n", "Source,Target\n", "nodes.csv:1: has no column id"),
      (nodes, "Source,Weight\na,1\n", "edges.csv:1: has no column target"),
      (nodes, "Source,Target,Type\na,b,one-way\n", "edges.csv:2: “one-way” stands where Directed or Undirected"),
      (nodes, "Source,Target\na,c\n", "edges.csv:2: target: “c” is not in nodes.csv"),
      (nodes + "a,C\n", "Source,Target\na,b\n", "nodes.csv:4: id: “a” is the id of an earlier"),
      (nodes, "Source,Target,Weight\na,b,x\n", "edges.csv:2: weight: “x”"),
      (nodes, "Source,Target\na,\n", "edges.csv:2: has no Source or no Target"),
      (nodes + ",C\n", "Source,Target\na,b\n", "nodes.csv:4: has no Id"),
      ("", "Source,Target\n", "nodes.csv: is empty"),
      (nodes, "Source,Target\na,b,c\n", "edges.csv:2: has 3 cells"),
    ]
    for (nodes, edges, message) in wrong {
      let said = problem(nodes, edges)
      #expect(said.contains(message), "\(edges): \(said)")
    }
  }
}
