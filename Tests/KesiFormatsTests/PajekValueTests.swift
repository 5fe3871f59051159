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

  @Test(
    "A tie that comes twice in a list without weights counts once in Pajek's file as well, and the lost order is said")
  func repeated() throws {
    let list = try place.read("a b\nb c\nb a\n", as: "r.txt").network
    try PajekWriter(list).write(to: place.path("r.net"))
    #expect(try NetworkReader.read(place.path("r.net")).network.ends == ["a-b", "b-c"])
    let lost = try #require(Losses(of: list, in: .pajek).sentence).en
    #expect(lost.contains("3 orders of ends"), "\(lost)")
  }

  @Test(
    "What an attribute of a vertex is stated as twice is refused; a partition beside goes beside an attribute of its name"
  )
  func statedTwice() throws {
    let vertices = "*Vertices 2\n1 \"a\" partition 7\n2 \"b\" partition 8\n"
    try place.write("1\n2\n", "s.clu")
    let network = try place.read(vertices, as: "s.net").network
    #expect(network.carried[.actors]?.map(\.name) == ["partition", "attribute partition"])
    #expect(network.carried[.actors]?.map(\.values) == [["7", "8"], ["1", "2"]])
    for line in ["foo 7 foo 8", "ic Red color Blue", "0.1 0.2 x 7"] {
      let said = problems { try place.read("*Vertices 1\n1 \"a\" \(line)\n", as: "t.net") }
      #expect(said.contains("t.net:2:") && said.contains("two values"), "\(line): \(said)")
    }
  }

  @Test("What is no file beside a network is let be")
  func pipeBeside() throws {
    #expect(mkfifo(place.path("w.clu"), 0o600) == 0)
    #expect(try place.read(Self.two, as: "w.net").network.carried[.actors] == nil)
  }

  private static let two = "*Network\n*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n1 2\n"

  @Test("A partition and a vector of the same name beside a network are columns of its actors, which is said once")
  func beside() throws {
    try place.write("*Vertices 2\r\n3\r\n9999998\r\n", "p.clu")
    try place.write("% sizes\n*Vector size of it\n*Vertices 2\n1.5\n-2\n", "p.vec")
    let reading = try place.read(Self.two, as: "p.net")
    #expect(reading.network.carried[.actors]?.map(\.name) == ["partition", "vector"])
    #expect(reading.network.carried[.actors]?.map(\.values) == [["3", ""], ["1.5", "-2"]])
    let said = reading.remarks.map { $0.line(in: .en) }.filter { $0.contains("read with it") }
    #expect(said.count == 1 && said[0].contains("p.clu, p.vec of the same name were read"), "\(said)")
    // A project has its own, and a network of another name none.
    for name in ["p.paj", "q.net"] {
      let other = try place.read(Self.two, as: name)
      #expect(other.network.carried[.actors] == nil && !other.remarks.contains { $0.line(in: .en).contains("p.clu") })
    }
  }

  @Test(
    "What lies beside a network and does not fit it is not read, with a warning that says where and why",
    arguments: [
      ("*Vertices 3\n1\n2\n3\n", "p.clu:1: is not read with the network beside it: it has 3 values"),
      ("1\n", "it has 1 value, and the network of the same name has 2 vertices"),
      ("1\n2\n3\n", "p.clu:3: is not read with the network beside it: there are more values"),
      ("*Vertices 2\n1\nx\n", "p.clu:3: is not read with the network beside it: “x” stands where a number"),
      ("*Vertices 2\n1\n2\n*Edges\n1 2\n", "“*Edges” stands where a number"), ("", "it has 0 values"),
    ])
  func misfits(text: String, message: String) throws {
    try place.write(text, "p.clu")
    let reading = try place.read(Self.two, as: "p.net")
    #expect(reading.network.carried[.actors] == nil && reading.network.ties.count == 1)
    let said = reading.warnings.filter { $0.severity == .warning }.map { $0.line(in: .en) }
    #expect(said.contains { $0.contains(message) }, "\(said)")
  }

  @Test("Of two modes both have the values of their vertices")
  func bothModes() throws {
    try place.write("*Vertices 3\n1\n2\n3\n", "m.vec")
    let network = try place.read("*Vertices 3 2\n1 \"a\"\n2 \"b\"\n3 \"P\"\n*Edges\n1 3\n", as: "m.net").network
    #expect(network.carried[.actors]?.map(\.values) == [["1", "2"]])
    #expect(network.carried[.consortia]?.map(\.values) == [["3"]])
  }

  @Test(
    "A label with blanks and no quotes is refused with its line; its rest is not lost",
    arguments: [
      ("1 Li Wei 0.1 0.2", "“Wei” follows the label “Li”"), ("1 Li Nan 0.1 0.2", "“Nan” follows the label “Li”"),
      ("1 苏州 大学", "“大学” follows the label “苏州”"),
      ("1 a 0.1 0.2 b", "“b” at the end of this line"), ("1 \"a\" b", "“b” at the end of this line"),
    ])
  func openLabels(line: String, message: String) {
    let said = problems { try place.read("*Vertices 2\n\(line)\n2 \"b\"\n*Edges\n1 2\n", as: "a.net") }
    #expect(said.contains("a.net:2: ") && said.contains(message), "\(said)")
  }

  @Test("How vertices and ties are drawn is no attribute; what NetworkX writes behind is, and so are times")
  func attributes() throws {
    let network = try place.read(
      """
      *Vertices 3
      1 a 0.1 0.2 ellipse city "Su zhou" label A x_fact 2 ic Red
      2 "b" phi 0 [1-5] name B
      3 c bc Blue % a comment
      *Arcs
      1 2 1 w 3 p Dots status "under way"
      2 3 1 [2-3] l "x" ap 4 % a comment
      """, as: "a.net"
    ).network
    #expect(network.actors.map(\.id) == ["a", "b", "c"])
    let actors = Dictionary(uniqueKeysWithValues: (network.carried[.actors] ?? []).map { ($0.name, $0.values) })
    #expect(actors["attribute label"] == ["A", "", ""] && actors["color"] == ["Red", "", ""])
    #expect(actors["shape"] == ["ellipse", "", ""] && actors["attribute name"] == ["", "B", ""])
    #expect(actors["city"] == ["Su zhou", "", ""] && actors["time"] == ["", "[1-5]", ""])
    let ties = Dictionary(uniqueKeysWithValues: (network.carried[.ties] ?? []).map { ($0.name, $0.values) })
    #expect(ties == ["status": ["under way", ""], "time": ["", "[2-3]"], "label": ["", "x"]])
    let said = problems { try place.read("*Vertices 2\n*Edges\n1 2 1 done\n", as: "b.net") }
    #expect(said.contains("b.net:3: “done” at the end of this line"), "\(said)")
  }
}
