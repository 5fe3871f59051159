import KesiNetwork

/// The parts of a cell that lists names.
enum CellParts {
  /// Parts between signs that stand in no name, outside brackets, each without the number before it.
  static func between(_ separators: Set<ListSeparator>, in cell: String) -> [String] {
    let scalars = Array(cell.unicodeScalars)
    let depths = bracketDepths(scalars)
    var parts: [String] = []
    var (start, place) = (0, 0)
    // Whether there is nothing but white space in the part so far.
    var isStart = true
    func end(before next: Int) {
      if !isStart { parts.append(String(scalars: scalars[start..<place])) }
      (start, place, isStart) = (next, next, true)
    }
    while place < scalars.count {
      let mayStart = isStart || scalars[place - 1].isWhite || scalars[place - 1] == "。" || isCircled(scalars[place])
      // A number before a name begins a part: `1.苏州大学 2.东南大学`.
      if depths[place] == 0 || scalars[place] == "(" || scalars[place] == "（", mayStart,
        let next = numbering(scalars, at: place)
      {
        end(before: next)
      } else if depths[place] == 0, let separator = ListSeparator(scalars[place]), separators.contains(separator) {
        end(before: place + 1)
      } else {
        if !scalars[place].isWhite { isStart = false }
        place += 1
      }
    }
    end(before: place)
    return parts
  }

  /// How deep in brackets each scalar stands; none where they do not match.
  static func bracketDepths(_ scalars: [Unicode.Scalar]) -> [Int] {
    var depth = 0
    var depths: [Int] = []
    depths.reserveCapacity(scalars.count)
    for scalar in scalars {
      switch scalar {
      case "(", "（", "[", "【", "《", "〔", "〖": depth += 1
      default: break
      }
      depths.append(depth)
      switch scalar {
      case ")", "）", "]", "】", "》", "〕", "〗": depth -= 1
      default: break
      }
      if depth < 0 { return Array(repeating: 0, count: scalars.count) }
    }
    return depth == 0 ? depths : Array(repeating: 0, count: scalars.count)
  }

  /// Whether it is a number in a circle, ① to ⑳.
  private static func isCircled(_ scalar: Unicode.Scalar) -> Bool { (0x2460...0x2473).contains(scalar.value) }

  /// The end of a number before an item: `1.`, `2、`, `(3)`, `（4）`, `5)`, `①`.
  private static func numbering(_ scalars: [Unicode.Scalar], at start: Int) -> Int? {
    if isCircled(scalars[start]) { return start + 1 }
    var place = start
    let isOpen = scalars[place] == "(" || scalars[place] == "（"
    if isOpen { place += 1 }
    let digits = scalars[place...].prefix { $0.narrow?.isDigit == true }
    guard (1...2).contains(digits.count) else { return nil }
    place += digits.count
    guard place < scalars.count, let mark = scalars[place].narrow else { return nil }
    let marks: [Unicode.Scalar] = isOpen ? [")"] : [".", "、", ")", ",", ":"]
    guard marks.contains(mark), place + 1 < scalars.count else { return nil }
    // `3.5` is a number, `360.cn` a name.
    let next = scalars[place + 1]
    guard next.narrow?.isDigit != true, mark != "." || !next.isASCII || next == " " || next.properties.isUppercase
    else {
      return nil
    }
    return place + 1
  }
}
