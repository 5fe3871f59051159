import KesiNetwork

/// Partitions and vectors of Pajek: a value for each vertex, by the order of their numbers.
extension PajekReader {
  mutating func beginValues(ofVector isVector: Bool) {
    // What Pajek writes where a value is missing.
    let none = isVector ? PajekValues.noNumber : PajekValues.noClass
    classes = [Array(none.utf8): []]
    valueCount = 0
  }

  /// - Throws: `BadShape` where a partition or a vector has not one value for each vertex: all behind would be of others.
  func endValues() throws {
    if case .values = section, valueCount != vertices.count { throw wrongCount(valueCount) }
  }

  /// What a class is called, where a comment says it as Kesi writes it.
  mutating func readClass(_ scanner: inout GraphScanner) throws {
    var ahead = scanner
    guard ahead.take(while: { $0 > 0x20 }).elementsEqual(PajekValues.classMark.utf8) else { return }
    scanner = ahead
    let words = try words(&scanner)
    if words.count == 2 { classes[words[0]] = words[1] }
  }

  mutating func readValue(_ words: [[UInt8]], _ place: Int) throws {
    guard let value = words.first else { return }
    guard valueCount < vertices.count else {
      throw BadShape(
        message: Phrase(
          "there are more values than the \(vertices.count) vertices. Remove those that are too many.",
          zh: "数值多于顶点数 \(vertices.count)，请删去多余的。"))
    }
    if words.count > 1, words[1].first != UInt8(ascii: "%") {
      throw BadShape(
        message: Phrase(
          "there is more than one value in this line. Write each in a line of its own; a text with blanks in quotes.",
          zh: "本行不止一个值。请每行写一个；含空格的文字须加引号。"))
    }
    vertices[valueCount].cells.append((place, classes[value] ?? value))
    valueCount += 1
  }

  /// - Parameter word: how many values the file says that there are.
  func checkCount(_ word: [UInt8]?) throws {
    let count = try number(word, Phrase("the number of vertices", zh: "顶点数"))
    guard count == vertices.count else { throw wrongCount(count) }
  }

  private func wrongCount(_ count: Int) -> BadShape {
    BadShape(
      message: Phrase(
        "“\(valueTitle.shortened)” above has \(count.counted("value")), and there are \(vertices.count) vertices: it must have one for each. Correct it.",
        zh: "上面的“\(valueTitle.shortened)”有 \(count) 个值，而顶点有 \(vertices.count) 个，应每个顶点一个值。请改正。"))
  }
}
