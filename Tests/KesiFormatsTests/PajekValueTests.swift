import Foundation
import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Arcs and edges, partitions and vectors of Pajek")
struct PajekValueTests {
  private let place = try! FileTests.Place()

  @Test("A number by which Pajek says that there is none is not written as one")
  func numberForNothing() throws {
    var network = Network(
      actors: ["a", "b"].map { Actor(id: $0, name: $0) },
      ties: Ties(TieList(sources: [0], targets: [1], weights: nil)))
    for (size, isWritten) in [(999_999_997.0, true), (999_999_998, false)] {
      network.actors[0].size = size
      let path = place.path("n.paj")
      if isWritten {
        try PajekWriter(network, isProject: true).write(to: path)
        #expect(try NetworkReader.read(path).network.actors.map(\.size) == [size, nil])
      } else {
        let error = #expect(throws: CannotWrite.self) { try PajekWriter(network, isProject: true).write(to: path) }
        #expect(error?.message.en.contains("size of an actor is 999999998") == true)
        try PajekWriter(network).write(to: place.path("n.net"))
      }
    }
  }

  @Test("A tie that has a direction is an arc, one that has none or leaves it open an edge, in the order of its ends")
  func edges() throws {
    let network = try place.read("source,target,directed\nb,a,yes\nc,b,no\nd,a,\n", as: "l.csv").network
    #expect(network.ends == ["b>a", "c-b", "d-a"])
    try PajekWriter(network).write(to: place.path("l.net"))
    let written = try String(contentsOfFile: place.path("l.net"), encoding: .utf8)
    #expect(written == "*Vertices 4\n1 \"a\"\n2 \"b\"\n3 \"c\"\n4 \"d\"\n*Arcs\n2 1 1\n*Edges\n3 2 1\n4 1 1\n")
    #expect(try NetworkReader.read(place.path("l.net")).network.ends == network.ends)
  }

  @Test("Partitions and vectors that lie beside a network are not read, which is said of each that there is")
  func beside() throws {
    for name in ["p.clu", "q.vec"] { try place.write("*Vertices 2\n1\n2\n", name) }
    for (name, files) in [("p.net", ["p.clu"]), ("q.net", ["q.vec"]), ("r.net", []), ("p.paj", [])] {
      let reading = try place.read("*Network\n*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n1 2\n", as: name)
      let said = reading.remarks.map { $0.line(in: .en) }.filter { $0.contains("is not read") }
      #expect(said.count == files.count && zip(said, files).allSatisfy { $0.contains($1) }, "\(said)")
    }
  }
}
