import KesiNetwork

/// A partition (`.clu`) or a vector (`.vec`) in a file of its own, as Pajek saves them: a value for each vertex, one a line.
///
/// One that bears the name of a network and lies beside it is read with it, where it has a number for each of its vertices.
/// Any other is of another network, or of another program.
struct PajekBeside {
  let source: FileSource
  let isVector: Bool

  /// What the column is called.
  var title: String { isVector ? "vector" : "partition" }

  /// Those that lie beside a network.
  static func all(of network: FileSource) -> [PajekBeside] {
    let name = network.plainName
    guard name.utf8.suffix(4).elementsEqual(".net".utf8) || name.utf8.suffix(4).elementsEqual(".NET".utf8) else {
      return []
    }
    let stem = String(name.unicodeScalars.dropLast(3))
    return [(["clu", "CLU"], false), (["vec", "VEC"], true)].compactMap { endings, isVector in
      endings.lazy.map { stem + $0 }.first(where: FileBytes.isRegular)
        .map { PajekBeside(source: .path($0), isVector: isVector) }
    }
  }

  /// The values of as many vertices; empty ones where Pajek says that there is none.
  ///
  /// - Parameter line: the line that was reached.
  /// - Throws: `BadShape` where they are none, or of another count; as reading a file and decoding it do.
  fileprivate func values(of count: Int, as encoding: TextEncoding?, _ line: inout Int) throws -> [[UInt8]] {
    InputRecord.current?.add([source.path])
    return try source.withBytes { bytes in
      try TextDecoding.withUTF8(bytes, as: encoding) { text, _ in
        var scanner = GraphScanner(text)
        defer { line = scanner.line }
        var reader = PajekReader()
        try reader.readAlone(&scanner, of: count, isVector: isVector)
        return reader.vertices.map { $0.cells.first?.value ?? [] }
      }
    }
  }
}

extension PajekReader {
  /// Reads what lies beside the network, and says what of it was read or why not.
  mutating func read(
    _ others: [PajekBeside], as encoding: TextEncoding?, into graph: inout GraphTables
  ) throws {
    var (read, titles): ([String], [String]) = ([], [])
    for other in others {
      var line = 1
      do {
        let values = try other.values(of: vertices.count, as: encoding, &line)
        let isTaken = graph.actors.hasColumn(other.title)
        let title = isTaken ? GraphTables.second(other.title) : other.title
        let place = try graph.attribute(title, of: \.actors)
        for (vertex, value) in values.enumerated() { vertices[vertex].cells.append((place, value)) }
        read.append(other.source.shortName)
        titles.append(title)
      } catch let fault as BadShape {
        graph.log.add(Self.unread(.line(file: other.source.name, line), fault.message))
      } catch let fault as TextDecoding.Failure {
        graph.log.add(Self.unread(.file(other.source.name), fault.message))
      } catch let fault as NoInput {
        graph.log.add(Self.unread(.file(other.source.name), fault.message))
      }
    }
    guard !read.isEmpty else { return }
    graph.remarks.append(
      Remark(
        .file(graph.file),
        Phrase(
          "\(read.joined(separator: ", ")) of the same name \(read.count == 1 ? "was" : "were") read with it: \(titles.joined(separator: ", ")) of actors.",
          zh: "已一并读取同名的 \(read.joined(separator: "、"))，作为主体的 \(titles.joined(separator: "、")) 列。")))
  }

  /// Reads the one partition or vector that a file is.
  fileprivate mutating func readAlone(_ scanner: inout GraphScanner, of count: Int, isVector: Bool) throws {
    vertices = [Vertex](repeating: Vertex(), count: count)
    beginValues(ofVector: isVector)
    while !scanner.isAtEnd {
      scanner.skipBlanksInLine()
      if scanner.next == UInt8(ascii: "%") {
        try readClass(&scanner)
      } else if scanner.next == UInt8(ascii: "*") {
        let (title, words) = PajekTitle.of(try words(&scanner))
        guard valueCount == 0, [.vertices, isVector ? .vector : .partition].contains(title.section) else {
          throw BadShape.expected(Phrase("a number", zh: "数字"), title.written)
        }
        if title.section == .vertices {
          let stated = try number(words.first, Phrase("the number of vertices", zh: "顶点数"))
          guard stated == count else { throw Self.isOfOthers(stated, count) }
        }
      } else if !scanner.isAtLineEnd {
        let words = try words(&scanner)
        guard let word = words.first, let number = Double(decimal: text(word)), number.isFinite else {
          throw BadShape.expected(Phrase("a number", zh: "数字"), words.first.map(text) ?? "")
        }
        try readValue(words, 0)
      }
      scanner.skipLine()
    }
    guard valueCount == count else { throw Self.isOfOthers(valueCount, count) }
  }

  private static func isOfOthers(_ values: Int, _ count: Int) -> BadShape {
    BadShape(
      message: Phrase(
        "it has \(values.counted("value")), and the network of the same name has \(count) vertices. Correct it, or give it another name.",
        zh: "它有 \(values) 个值，而同名网络有 \(count) 个顶点。请改正，或改用其他文件名。"))
  }

  private static func unread(_ place: Place, _ why: Phrase) -> Problem {
    Problem(.warning, place, Phrase("is not read with the network beside it: \(why.en)", zh: "未随旁边的同名网络读取：\(why.zh)"))
  }
}
