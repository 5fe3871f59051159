import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("Edge lists")
struct EdgeListTests {
  private func read(_ text: String, threads: Int = 1) throws -> ReadList {
    try ReadList(Array(text.utf8), threads: threads)
  }

  private func named(_ list: ReadList) -> [String] {
    (0..<list.ties.count).map { index in
      let ends = "\(list.ids[Int(list.ties.sources[index])])–\(list.ids[Int(list.ties.targets[index])])"
      return list.ties.isWeighted ? "\(ends) \(list.ties.weight(index))" : ends
    }
  }

  @Test("Numbers, in the separators and line ends that programs write", arguments: [" ", "\t", ",", ";", " , "])
  func numbers(separator: String) throws {
    for end in ["\n", "\r\n"] {
      let lines = ["# a comment", "3\(separator)10", "", "10\(separator)0", "% another", "4000000000\(separator)3"]
      for text in [lines.joined(separator: end), lines.joined(separator: end) + end] {
        let list = try read(text)
        #expect(list.ids == ["0", "3", "10", "4000000000"])
        #expect(named(list) == ["3–10", "10–0", "4000000000–3"])
      }
    }
  }

  @Test("Numbers close together and far apart are numbered alike")
  func gaps() throws {
    for highest in ["10", "4000000000"] {
      let list = try read("3 \(highest)\n\(highest) 0\n70 3\n")
      #expect(Set(list.ids) == ["0", "3", "70", highest])
      #expect(list.ids == list.ids.sorted { Int($0)! < Int($1)! })
      #expect(named(list) == ["3–\(highest)", "\(highest)–0", "70–3"])
    }
  }

  @Test("Names, with a header or without, in English or Chinese")
  func names() throws {
    #expect(named(try read("甲 乙\n乙 丙\n")) == ["甲–乙", "乙–丙"])
    #expect(named(try read("weight,target,source,note\n2.5,b,a,x\n,c,a,\n")) == ["a–b 2.5", "a–c 1.0"])
    #expect(named(try read("甲方\t乙方\n苏州 大学\t企业\n")) == ["苏州 大学–企业"])
    #expect(named(try read("from,to\na,b\n")) == ["a–b"])
    #expect(named(try read("\"a, b\",\"say \"\"c\"\"\"\n\"x\ny\",d\n")) == ["a, b–say \"c\"", "x\ny–d"])
    // A number with a leading zero is a name, as are numbers beyond the range of vertices.
    #expect(named(try read("007 7\n")) == ["007–7"])
    #expect(named(try read("99999999999999999999 4294967295\n")) == ["99999999999999999999–4294967295"])
    let gbk = try ReadList([0xBC, 0xD7, 0x2C, 0xD2, 0xD2, 0x0A])
    #expect(named(gbk) == ["甲–乙"])
  }

  @Test("A list written anew has the ends of a tie without direction as its first row has them")
  func ends() throws {
    let text = "source,target\nb,a\na,c\nd,c\nc,d\na,d\n"
    let network = try read(text).reading.network
    let lines = try TieListFile.text(of: NetworkGraph(of: network), delimiter: ",").split(separator: "\n").dropFirst()
    #expect(
      Set(lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(2).joined(separator: ",") })
        == ["b,a", "a,c", "d,c", "a,d"])
    // Of a direction that counts nothing is turned.
    var directed = Selection()
    directed.isDirected = true
    let ties = Ties([Tie(1, 0, isDirected: true), Tie(0, 1, isDirected: true)])
    let both = Network(actors: ["a", "b"].map { Actor(id: $0, name: $0) }, ties: ties)
    #expect(
      try TieListFile.text(of: NetworkGraph(of: both, directed), delimiter: ",")
        == "source,target,kind,weight\na,b,,1\nb,a,,1\n")
  }

  @Test("A weight reads as the nearest number")
  func weights() throws {
    for word in ["1", "0.1", "123456.789012", "0.000000000000001", "999999999999999", "1e-3", "9.876543210987654e99"] {
      let list = try read("1 2 \(word)\n")
      #expect(list.ties.weight(0) == Double(word), "\(word)")
    }
  }

  @Test("Any number of threads reads the same")
  func threads() throws {
    var random = SplitMix(seed: 3, use: "test")
    for prefix in ["", "企业"] {
      let lines = (0..<20_000).map { _ in
        "\(prefix)\(random.next() % 500),\(prefix)\(500 + random.next() % 500),\(1 + random.next() % 100)"
      }
      let text = lines.joined(separator: "\n")
      let one = try read(text)
      #expect(one.ties.count == 20_000)
      for threads in [2, 7] {
        let many = try read(text, threads: threads)
        #expect(many.ids == one.ids)
        #expect(many.ties == one.ties)
      }
    }
  }

  @Test("What is no tie is refused with its line")
  func refusals() {
    func problems(_ text: String) -> [String] {
      do {
        _ = try read(text, threads: 2)
        return []
      } catch let error as BadData {
        return error.problems.map { $0.line(in: .en) }
      } catch {
        return ["\(error)"]
      }
    }
    let wide = problems("1 2\n3 x y z\n")
    #expect(
      wide.first?.hasPrefix("ties.txt:2: this line has 4 fields where at most 2 are expected: “y”") == true, "\(wide)")
    #expect(
      problems("a,b,1\na,,1\na,c,x\n").map { $0.prefix(20) } == ["ties.txt:2: target: ", "ties.txt:3: weight: "])
    for number in ["0x10", "0X1p3", "-0x1", "1_000", "inf", "infinity", "1e99999"] {
      #expect(
        problems("a,b,1\na,c,2\nb,c,\(number)\n").first?.contains("“\(number)” is not a number of 0 or more") == true,
        "\(number)")
    }
    for number in ["1e-400", "0.00001E-99999", "1e-101"] {
      #expect(
        problems("a,b,1\na,c,2\nb,c,\(number)\n").first?.contains("“\(number)” is too small") == true, "\(number)")
    }
    for number in ["+2", ".5", "2.", "1E2", "0e-400", "0"] { #expect(problems("a,b,\(number)\nb,c,1\n") == []) }
    #expect(problems("a b 1\na c 2\nb c -1\n").first?.contains("“-1” is not a number of 0 or more") == true)
    #expect(problems("a,\"b\n").first?.contains("never closed") == true)
    #expect(problems("").first?.contains("holds no ties") == true)
    #expect(problems("source,target\n").first?.contains("holds no ties") == true)
    #expect(problems("\0\0\0").first?.contains("not a text file") == true)
  }

  @Test("A graph file is a network whose ties stay flat")
  func graphFile() throws {
    let list = try read("b,a,2\na,c,1\na,b,3\n")
    let network = Network(actors: list.ids.map { Actor(id: $0, name: $0) }, ties: Ties(list.ties))
    let graph = try NetworkGraph(of: network)
    #expect(graph.matrix.tieCount == 2)
    #expect(graph.matrix.withRows { rows in rows.weight(rows.entry(row: 0, column: 1)!) } == 5)
    var selection = Selection()
    selection.isDirected = true
    #expect(try NetworkGraph(of: network, selection).matrix.tieCount == 3)
    selection.layers = []
    #expect(try NetworkGraph(of: network, selection).matrix.tieCount == 0)
  }
}
