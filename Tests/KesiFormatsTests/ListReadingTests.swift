import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiFormats

/// Kinds of lists that people have, each read right or refused by name, by any number of threads.
@Suite("Lists as they come")
struct ListReadingTests {
  struct Listed: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// `a–b 2` for each tie, or the beginning of what is said instead.
    let ties: [String]
    var refusal: String?
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ ties: [String]) { (self.name, self.text, self.ties) = (name, text, ties) }

    init(_ name: String, _ text: String, refused: String) {
      (self.name, self.text, ties, refusal) = (name, text, [], refused)
    }
  }

  static let samples = [
    Listed(
      "comments before the header",
      "# Nodes: 4 Edges: 3\n# Exported by our registry on 2024-05-17, please cite\nfrom,to\nA,B\nB,C\n", ["A–B", "B–C"]),
    Listed("decimal commas", "Mueller;Schmidt;0,5\nSchmidt;Weber;1,5\n", ["Mueller–Schmidt 0.5", "Schmidt–Weber 1.5"]),
    Listed("decimal commas between blanks", "a b 0,5\nb c 1,25\n", ["a–b 0.5", "b–c 1.25"]),
    Listed(
      "dictionaries", "0 1 {'weight': 3, 'color': 'red'}\n1 2 {'weight': 4, 'color': 'red'}\n",
      refused: "ties.txt:1: ends with attributes as NetworkX writes them"),
    Listed("src, dst", "src,dst\na,b\n", ["a–b"]), Listed("u, v", "u,v\na,b\n", ["a–b"]),
    Listed("来源, 目标", "来源,目标\n甲,乙\n", ["甲–乙"]),
    Listed("SNAP", "# Directed graph\n# FromNodeId\tToNodeId\n1\t2\n2\t3\n", ["1–2", "2–3"]),
    Listed("capitals", "FromNodeId,ToNodeId\n1,2\n", ["1–2"]),
    Listed("a header with a weight", "n1,n2,weight\na,b,2\n", ["a–b 2"]),
    Listed("value", "source,target,value\na,b,3\n", ["a–b 3"]),
    Listed("R without row names", "\"from\" \"to\"\n\"a\" \"b\"\n", ["a–b"]),
    Listed("R with row names", "\"from\" \"to\"\n\"1\" \"a\" \"b\"\n\"2\" \"b\" \"c\"\n", ["a–b", "b–c"]),
    Listed("a total", "E1,E2\nE2,E3\nTotal,2\n", ["E1–E2", "E2–E3"]),
    Listed("blanks before quotes", "\"a\", \"b\"\n\"b\", \"c\"\n\"c\", \"a\"\n", ["a–b", "b–c", "c–a"]),
    Listed("quotes between blanks", "\"New York\" \"Los Angeles\"\n", ["New York–Los Angeles"]),
    Listed("a sign of a comment in quotes", "\"#1 Steel\",\"B\"\nB,C\n", ["#1 Steel–B", "B–C"]),
    Listed("sep=", "sep=;\nE1;E2\nE2;E3\n", ["E1–E2", "E2–E3"]),
    Listed("sep in quotes", "\"sep=|\"\nE1|E2\n", ["E1–E2"]),
    Listed("CR", "E1,E2\rE2,E3\r", ["E1–E2", "E2–E3"]),
    Listed("widths and blanks", "苏州大学\u{3000},（苏州）甲\n苏州大学,(苏州)甲\u{200B}\n", ["苏州大学–（苏州）甲", "苏州大学–（苏州）甲"]),
    Listed("composed and not", "Mu\u{308}ller,B\nM\u{FC}ller,C\n", ["Mu\u{308}ller–B", "Mu\u{308}ller–C"]),
    Listed("a second mark in the midst", "\u{FEFF}E1,E2\n\u{FEFF}E2,E3\n", ["E1–E2", "E2–E3"]),
    Listed("a header twice", "source,target\nE1,E2\nsource,target\nE2,E3\n", ["E1–E2", "E2–E3"]),
    Listed("Gephi", "Source,Target,Type,Id,Label,Weight\na,b,Undirected,0,,2\n", ["a–b 2"]),
    Listed("thousands", "source,target,weight\na,b,\"1,200\"\nb,c,800万\n", ["a–b 1200", "b–c 8000000"]),
    Listed("doubtful points", "E1,E2,1.200\nE2,E3,2.300\n", refused: "ties.txt:1: weight: “1.200” may be 1.2 or 1200"),
    Listed("doubtful commas", "a;b;1,200\nb;c;2,300\n", refused: "ties.txt:1: weight: “1,200” may be 1.2 or 1200"),
    Listed(
      "a header of what somebody is", "University,Company\nA U,B Ltd\nA U,C Ltd\n",
      refused: "ties.txt:1: looks like a header"),
    Listed("a comment that ends with CR", "1,2\n# c\r3,4\n", ["1–2", "3–4"]),
    Listed("a cell before a number", "5\t7\n\t5\t7\n", refused: "ties.txt:2: this line has 3 fields"),
    Listed("a zero in ASCII", "from,to\na\0b,c\n", refused: "ties.txt: is not a text file (byte 10 is zero)"),
    Listed("sure points", "E1,E2,1.200\nE2,E3,2.35\n", ["E1–E2 1.2", "E2–E3 2.35"]),
    Listed(
      "a header of other words", "foo,bar\nA1,B1\nB1,C1\nC1,D2\nD2,A1\n", refused: "ties.txt:1: looks like a header"),
    Listed("adjacency", "A B C\nB A\nC A\n", refused: "ties.txt: is an adjacency list"),
    Listed("adjacency of equal widths", "A,B,C\nB,A,C\nC,A,B\n", refused: "ties.txt: is an adjacency list"),
    Listed("adjacency with colons", "A: B C\nB: A D\n", refused: "ties.txt: is an adjacency list"),
    Listed("an end of a line that few have", "1 2\n1 3 5\n2 3\n", refused: "ties.txt:2: this line has 3 fields"),
    Listed("a path", "A,B\nB,C\nC,D\n", ["A–B", "B–C", "C–D"]),
    Listed("DOT with a name", "graph G {\n a -- b;\n}\n", refused: "ties.txt: is a DOT file"),
    Listed("nodes of Gephi", "Id,Label,Interval\n1,a,\n2,b,\n", refused: "ties.txt: is a table of actors"),
    Listed("Gephi with kinds", "Source,Target,Type,Kind\na,b,Undirected,x\nb,c,Directed,y\n", ["a–b", "b–c"]),
    Listed("R without names", "\"V1\" \"V2\"\n\"a\" \"b\"\n\"b\" \"c\"\n", ["a–b", "b–c"]),
    Listed("R without names, numbered", "\"\",\"V1\",\"V2\"\n\"1\",\"a\",\"b\"\n", ["a–b"]),
    Listed("a matrix", ",A,B,C\nA,0,1,1\nB,1,0,\nC,1,-,0\n", ["A–B", "A–C"]),
    Listed("a matrix with a row of zeros more", ",A,B,C\nA,0,1,1\nB,1,0,0\nC,1,0,0\nD,0,0,0\n", ["A–B", "A–C"]),
    Listed("a matrix that lacks a row", ",A,B,C\nA,0,1,0\nB,1,0,1\n", refused: "ties.txt"),
    Listed("one column", "alpha\nbeta\n", refused: "ties.txt:1: nothing parts this line"),
    Listed("actors", "id,name,kind\nA,Alpha,enterprise\n", refused: "ties.txt: is a table of actors"),
    Listed("DOT", "digraph g { a -> b; }\n", refused: "ties.txt: is a DOT file"),
    Listed("JSON", "{\"nodes\": []}\n", refused: "ties.txt: is a JSON file"),
    Listed("a web page", "<!DOCTYPE html><html></html>", refused: "ties.txt: is a web page"),
  ]

  private func said(_ sample: Listed, threads: Int) -> [String] {
    do {
      let list = try ReadList(sample.text, threads: threads)
      return (0..<list.ties.count).map { index in
        let ends = "\(list.ids[Int(list.ties.sources[index])])–\(list.ids[Int(list.ties.targets[index])])"
        return list.ties.isWeighted ? ends + " " + list.ties.weight(index).plain : ends
      }
    } catch let error as BadData {
      return error.problems.map { $0.line(in: .en) }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("Each is read right, or refused by name", arguments: samples, [1, 2, 5])
  func eachIsRead(sample: Listed, threads: Int) {
    let said = said(sample, threads: threads)
    if let refusal = sample.refusal {
      #expect(said.first?.hasPrefix(refusal) == true, "\(said)")
    } else {
      #expect(said.map { Array($0.utf8) } == sample.ties.map { Array($0.utf8) }, "\(said)")
    }
  }

  @Test("Of two modes: a list with heads for both, and one that says so")
  func twoModes() throws {
    for text in ["project,organisation\nP1,A\nP1,B\nP2,A\n", "% bip unweighted\nA P1\nB P1\nA P2\n"] {
      let network = try ReadList(text).reading.network
      #expect(network.ties.isEmpty && network.members.count == 3)
      #expect(Set(network.consortia.map(\.id)) == ["P1", "P2"] && Set(network.actors.map(\.id)) == ["A", "B"])
    }
  }

  @Test("What was understood is said: encoding, separator, header, columns used and not used")
  func remarks() throws {
    let list = try ReadList("src;dst;note;weights\na;b;x;1\n")
    let said = list.reading.remarks.map { $0.line(in: .en) }
    #expect(said.first == "ties.txt: encoding UTF-8; separator semicolon; header in row 1.")
    #expect(said.contains("ties.txt: columns used: src (as source), dst (as target), weights (as weight)."))
    #expect(said.contains("ties.txt: columns not used, passed on as they are: note."))
  }

  @Test("What is said of it goes before what is guessed")
  func options() throws {
    var options = ReadingOptions()
    options.hasHeader = true
    #expect(try ReadList("foo,bar\nA1,B1\nB1,C1\n", options).ties.count == 2)
    options.hasHeader = false
    #expect(try ReadList("foo,bar\nA1,B1\nB1,C1\n", options).ties.count == 3)
    options = ReadingOptions()
    #expect(options.setSeparator("semicolon") && !options.setSeparator("xy"))
    _ = options.setSeparator(";")
    #expect(try ReadList("a,b;c\n", options).ids == ["a,b", "c"])
    options = ReadingOptions()
    options.decimals = .point
    #expect(try ReadList("E1,E2,1.200\nE2,E3,2.300\n", options).ties.weights == [1.2, 2.3])
    options.decimals = .comma
    #expect(try ReadList("E1,E2,1.200\nE2,E3,2.300\n", options).ties.weights == [1200, 2300])
    #expect(try ReadList("1;2;1.200\n2;3;2.300\n", options).ties.weights == [1200, 2300])
  }
}
