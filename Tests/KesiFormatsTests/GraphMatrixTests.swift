import Foundation
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("Networks as matrices")
struct GraphMatrixTests {
  private let place = try! FileTests.Place()

  private func read(_ text: String, _ name: String) throws -> Network { try place.read(text, as: name).network }

  private func problem(_ text: String, _ name: String) -> String { problems { try read(text, name) } }

  // MARK: Matrix Market

  @Test("Each form of Matrix Market gives the ties of its matrix")
  func matrixMarket() throws {
    let texts: [(String, [String], [Double])] = [
      ("coordinate real general\n% c\n\n3 3 2\n1 2 1.5\n3 1 2\n", ["1>2", "3>1"], [1.5, 2]),
      ("coordinate integer general\n3 3 4\n1 2 2\n2 1 2\n2 3 1\n3 2 1\n", ["1-2", "2-3"], [2, 1]),
      ("coordinate pattern symmetric\n3 3 2\n2 1\n3 2\n", ["2-1", "3-2"], [1, 1]),
      ("coordinate pattern general\n3 3 1\n1 2\n", ["1>2"], [1]),
      // Column by column.
      ("array real general\n2 2\n0\n3\n0\n0\n", ["2>1"], [3]),
      ("array integer symmetric\n3 3\n0\n2\n0\n0\n4\n0\n", ["2-1", "3-2"], [2, 4]),
      ("coordinate real general\n2 2 2\n1 2 0\n2 1 1\n", ["2>1"], [1]),
      // Entries of one cell add up: 2 and 1, then 2 and 2.
      ("coordinate real general\n2 2 3\n1 2 1\n1 2 1\n2 1 1\n", ["1>2", "1>2", "2>1"], [1, 1, 1]),
      ("coordinate real general\n2 2 3\n1 2 1\n1 2 1\n2 1 2\n", ["1-2", "1-2"], [1, 1]),
    ]
    for (text, ties, weights) in texts {
      let network = try read("%%MatrixMarket matrix " + text, "a.mtx")
      #expect(network.ends == ties && network.ties.map(\.weight) == weights, "\(text)")
    }
    let lone = try read("%%MatrixMarket matrix coordinate pattern general\n4 4 1\n1 2\n", "a.mtx")
    #expect(lone.actors.count == 4)
  }

  @Test("A matrix that is not square says which rows are members of which columns")
  func twoModes() throws {
    let network = try read("%%MatrixMarket matrix coordinate real general\n2 3 2\n1 3 2\n2 1 1\n", "a.mtx")
    #expect(network.actors.map(\.id) == ["1", "2"] && network.consortia.map(\.id) == ["1", "2", "3"])
    #expect(network.members.map(\.actor) == [0, 1] && network.members.map(\.consortium) == [2, 0])
    #expect(network.carried[.members]?.map(\.values) == [["2", "1"]])
    // Where all are 1 nothing is said.
    let ones = try read("%%MatrixMarket matrix coordinate real general\n2 3 2\n1 3 1\n2 1 1\n", "a.mtx")
    #expect(ones.members.count == 2 && ones.carried[.members] == nil)
  }

  @Test("Of a matrix of signs those that are +1 are carried along as the others are")
  func signs() throws {
    let texts = [
      (",A,B,C\nA,0,-1,1\nB,-1,0,1\nC,1,1,0\n", "a.csv"),
      ("%%MatrixMarket matrix coordinate real general\n3 3 6\n1 2 -1\n1 3 1\n2 1 -1\n2 3 1\n3 1 1\n3 2 1\n", "a.mtx"),
      ("*Vertices 3\n*Matrix\n0 -1 1\n-1 0 1\n1 1 0\n", "a.net"), ("dl n=3\ndata:\n0 -1 1\n-1 0 1\n1 1 0\n", "a.dl"),
    ]
    for (text, name) in texts {
      let carried = try read(text, name).carried[.ties]
      #expect(carried?.map(\.name) == ["attribute weight"] && carried?.map(\.values) == [["-1", "1", "1"]], "\(name)")
    }
  }

  @Test("A comment that begins as Kesi writes an id, and is none, is passed over")
  func foreignComments() throws {
    let start = "%%MatrixMarket matrix coordinate real general\n"
    let foreign = try read(start + "%id 3 foo\n%id 1 \"a\" b\n%id 2 7\n3 3 1\n1 2 1\n", "a.mtx")
    #expect(foreign.actors.map(\.id) == ["1", "2", "3"])
    let own = try read(start + "%id 3 \"foo\"\n3 3 1\n1 2 1\n", "a.mtx")
    #expect(own.actors.map(\.id) == ["1", "2", "foo"])
  }

  @Test("A first line that is no banner is quoted as it is written")
  func banner() {
    #expect(problem("%%MatrixMarket Graph\n", "a.mtx").contains("“%%MatrixMarket Graph” stands where"))
    #expect(problem("\n1 2\n", "a.mtx").contains("a.mtx:2: “1” stands where %%MatrixMarket"))
    #expect(!problem("", "a.mtx").contains("–"))
  }

  @Test("What is wrong in a matrix is refused with line and reason")
  func refused() {
    let start = "%%MatrixMarket matrix coordinate real general\n"
    let wrong: [(String, String)] = [
      ("%%MatrixMarket matrix coordinate complex general\n1 1 0\n", "a.mtx:1: “complex” is a kind of matrix"),
      ("%%MatrixMarket matrix coordinate real skew-symmetric\n1 1 0\n", "“skew-symmetric” is a kind"),
      ("%%MatrixMarket matrix array pattern general\n1 1 0\n", "“array pattern”"), ("1 2\n", "%%MatrixMarket matrix"),
      (start + "2 2 1\n1 3 1\n", "a.mtx:3: “3” stands where a column from 1 to 2"),
      (start + "2 2 1\n0 1 1\n", "a.mtx:3: “0” stands where a row from 1 to 2"),
      (start + "2 2 2\n1 2 1\n", "the file ends where a row"), (start + "2 2 1\n1 2 1\n2 1 1\n", "more follows"),
      (start + "2 2 1\n1 2 x\n", "a.mtx:3: “x” stands where a number"),
      (start + "9999999999 1 0\n", "stands where the number of rows"),
      (start + "99999999999999999999999 1 0\n", "stands where the number of rows"),
      (start + "2 2 99999999\n", "the number of entries"), (start + "0 0 0\n", "holds no nodes"),
      (start + "%id 1 \"a\n2 2 1\n1 2 1\n", "a.mtx:2: the file ends within a value"),
      (start + "%id 1 \"a\"\n%id 2 \"a\"\n2 2 1\n1 2 1\n", "a.mtx:3: row 2 is called “a”, and so is row 1"),
      (start + "%id 1 \"a\"\n%id 1 \"b\"\n2 2 1\n1 2 1\n", "a.mtx:3: row 1 is called “b” here"),
      (start + "%id 1 \"a\"\n%id 2 \"\\x\"\n2 2 1\n1 2 1\n", "stands where one of"),
    ]
    for (text, message) in wrong {
      let said = problem(text, "a.mtx")
      #expect(said.contains(message), "\(text): \(said)")
    }
  }

  // MARK: Tables

  @Test("A table with the same names on both sides is a matrix of ties, however large")
  func tables() throws {
    let directed = try read(";甲;乙;丙\n甲;0;1;;\n乙;0;0;2.5\n丙;-;n/a;0\n", "a.csv")
    #expect(directed.ends == ["甲>乙", "乙>丙"] && directed.ties.map(\.weight) == [1, 2.5])
    let names = (0..<400).map { "n\($0)" }
    let rows = names.indices.map { row in
      names[row] + "," + names.indices.map { abs(row - $0) == 1 ? "2" : "0" }.joined(separator: ",")
    }
    let large = try read(([",\(names.joined(separator: ","))"] + rows).joined(separator: "\n"), "b.csv")
    #expect(large.actors.map(\.id) == names && large.ties.count == 399 && large.ties.allSatisfy { $0.weight == 2 })
    #expect(
      problem(([",\(names.joined(separator: ","))"] + rows.dropLast()).joined(separator: "\n"), "c.csv")
        .contains("a row for “n399”"))
    var wrong = rows
    wrong[350] = wrong[350].replacing("n350,0", with: "n350,x")
    #expect(
      problem(([",\(names.joined(separator: ","))"] + wrong).joined(separator: "\n"), "d.csv")
        .contains("d.csv:352: “x” stands where a number"))
    wrong = rows
    wrong[350] = wrong[350].replacing("n350,", with: "m350,")
    #expect(
      problem(([",\(names.joined(separator: ","))"] + wrong).joined(separator: "\n"), "e.csv")
        .contains("e.csv:352: “m350” stands where “n350”"))
  }

  @Test("Half a matrix beside an empty half has no directions; beside zeros it has, and either is said")
  func halves() throws {
    for (text, ends, word) in [
      (",A,B,C\nA,,2,1\nB,,,3\nC,,,\n", ["A-B", "A-C", "B-C"], "only the half above the diagonal"),
      (",A,B,C\nA,0,-,\nB,2,0,\nC,1,3,0\n", ["B-A", "C-A", "C-B"], "only the half below the diagonal"),
      (",A,B,C\nA,0,2,1\nB,0,0,3\nC,0,0,0\n", ["A>B", "A>C", "B>C"], "the ties go from the actor of the row"),
    ] {
      let reading = try ReadList(text).reading
      #expect(reading.network.ends == ends)
      #expect(reading.warnings.map(\.message.en).contains { $0.contains(word) }, "\(text)")
    }
    let whole = try ReadList(",A,B,C\nA,0,2,0\nB,2,0,3\nC,0,3,0\n").reading
    #expect(whole.network.ends == ["A-B", "B-C"] && !whole.warnings.contains { $0.message.en.contains("diagonal") })
  }

  @Test("A row and a column of sums are no actors, on either side or both; sums that are none are said")
  func sums() throws {
    func text(column: Bool, row: Bool, _ first: String = "3") -> String {
      var lines = [",甲,乙,丙", "甲,0,1,2", "乙,1,0,0", "丙,2,0,0"]
      if row { lines.append("Total,3,1,2") }
      let sums = ["合计", first, "1", "2", "6"]
      if column { lines = zip(lines, sums).map { "\($0),\($1)" } }
      return lines.joined(separator: "\n") + "\n"
    }
    for (column, row) in [(true, true), (true, false), (false, true)] {
      let reading = try ReadList(text(column: column, row: row)).reading
      #expect(reading.network.actors.map(\.id).sorted() == ["丙", "乙", "甲"].sorted())
      #expect(reading.network.ties.count == 2)
      #expect(reading.warnings.count { $0.message.en.contains("sums up the others") } == 1)
    }
    let wrong = try ReadList(text(column: true, row: false, "4")).reading
    #expect(wrong.network.actors.count == 3)
    #expect(
      wrong.warnings.map { $0.line(in: .en) }.contains { $0.contains("says 4 where the numbers of the matrix make 3") })
  }

  @Test("In a matrix a comma parts decimals where that is said, or where a cell tells")
  func decimals() throws {
    var options = ReadingOptions()
    let told = ";A;B;C\nA;0;0,5;1\nB;0,5;0;2,25\nC;1;2,25;0\n"
    #expect(try ReadList(told, options).reading.network.ties.map(\.weight) == [0.5, 1, 2.25])
    options.decimals = .comma
    #expect(try ReadList(told, options).reading.network.ties.map(\.weight) == [0.5, 1, 2.25])
    let said = ";A;B;C\nA;0;1,250;1\nB;1,250;0;1.200\nC;1;1.200;0\n"
    #expect(try ReadList(said, options).reading.network.ties.map(\.weight) == [1.25, 1, 1200])
    options.decimals = .point
    #expect(throws: BadData.self) { try ReadList(told, options) }
  }

  // MARK: Writing

  /// The ties of a matrix, by ids and weights, whatever their order.
  private func cells(_ network: Network, directed: Bool) throws -> [String] {
    var selection = Selection()
    selection.isDirected = directed
    let graph = try NetworkGraph(of: network, selection)
    return graph.matrix.withRows { rows in
      (0..<rows.order).flatMap { row in
        rows.ties(of: row, isSymmetric: false).map {
          "\(graph.actor(row).id) \(graph.actor(rows.column($0)).id) \(rows.weight($0))"
        }
      }.sorted()
    }
  }

  @Test(
    "The matrix of a random network with hostile ids comes back, with its actors in order", arguments: ["mtx", "dl"],
    1...12 as ClosedRange<UInt64>)
  func written(ending: String, seed: UInt64) throws {
    var network = HostileGraph(seed: seed).network
    if ending == "dl" {
      for actor in network.actors.indices {
        network.actors[actor].id.unicodeScalars.removeAll { $0 == "\"" || $0.value < 0x20 }
        network.actors[actor].id += "\(actor)"
      }
    }
    for directed in [false, true] {
      var selection = Selection()
      selection.isDirected = directed
      let path = place.path("\(UUID().uuidString).\(ending)")
      guard case (_, .graph(let write))? = Format.writing(to: path) else {
        Issue.record("no writer")
        return
      }
      try write(NetworkGraph(of: network, selection), path)
      let back = try NetworkReader.read(path).network
      #expect(back.actors.map { Array($0.id.utf8) } == network.actors.map { Array($0.id.utf8) }, "seed \(seed)")
      #expect(try cells(back, directed: directed) == cells(network, directed: directed), "seed \(seed)")
      #expect(back.ties.allSatisfy { $0.isDirected == directed } || directed, "seed \(seed)")
    }
  }

  @Test("An id that no label of DL can hold is refused, and no file is written")
  func labels() throws {
    for id in ["a\"b", "a\nb", ""] {
      let network = Network(actors: [Actor(id: id, name: id), Actor(id: "b", name: "b")], ties: [Tie(0, 1)])
      let path = place.path("a.dl")
      guard case (_, .graph(let write))? = Format.writing(to: path) else {
        Issue.record("no writer")
        return
      }
      #expect(throws: CannotWrite.self) { try write(NetworkGraph(of: network), path) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.url.path).isEmpty)
  }

  // MARK: Pajek

  @Test(
    "Pajek holds ids, kinds, weights, directions and places of random networks",
    arguments: 1...12 as ClosedRange<UInt64>)
  func pajek(seed: UInt64) throws {
    var network = HostileGraph(seed: seed).network
    network.carried = [
      .actors: [
        .init(name: "x", values: (0..<9).map { $0 < 5 ? "0.\($0)" : "" }),
        .init(name: "y", values: (0..<9).map { $0 < 4 ? "\($0)" : "" }),
        .init(name: "shape", values: (0..<9).map { $0 % 2 == 0 ? "box" : "" }),
        .init(name: "color", values: (0..<9).map { $0 > 6 ? "Red" : "" }),
        .init(name: "note", values: (0..<9).map { "\($0)" }),
      ]
    ]
    let path = place.path("a.net")
    guard case (let format, .network(let write))? = Format.writing(to: path) else {
      Issue.record("no writer")
      return
    }
    try write(network, path, Wording(), Parallel())
    let back = try NetworkReader.read(path).network
    #expect(back.actors.map { Array($0.id.utf8) } == network.actors.map { Array($0.id.utf8) }, "seed \(seed)")
    func lines(_ network: Network) -> [[UInt8]] {
      network.ties.map { tie in
        Array("\(tie.source) \(tie.target) \(tie.isDirected ?? false) \(tie.weight) \(tie.kind)".utf8)
      }.sorted { $0.lexicographicallyPrecedes($1) }
    }
    #expect(lines(back) == lines(network), "seed \(seed)")
    #expect(back.carried[.actors] == network.carried[.actors].map { Array($0.dropLast()) }, "seed \(seed)")
    #expect(Losses(of: network, in: format).parts.map(\.en).contains("1 column that Kesi does not know"))
    #expect(back.profile.title == network.profile.title)
  }
}
