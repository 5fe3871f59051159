/// How many rows a text has, from what a sample of it tells.
struct RowEstimate {
  let likely: Int
  /// Nearly certainly not fewer.
  let least: Int

  static let none = RowEstimate(likely: 0, least: 0)

  private static let (windows, length) = (64, 1 << 14)
  /// Of fewer quotes that seem to open a cell one may well close one.
  private static let fewestOpenings = 3

  /// Counts rows in windows all over the text: three standard errors decide what is certain.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> RowEstimate {
    guard text.count > 2 * windows * length else {
      let count = rows(in: text, fromStart: true).count + (text.last == UInt8(ascii: "\n") || text.isEmpty ? 0 : 1)
      return RowEstimate(likely: count, least: count)
    }
    let found = (0..<windows).map { window in
      let start = window * ((text.count - length) / (windows - 1))
      return rows(in: UnsafeBufferPointer(rebasing: text[start..<start + length]))
    }
    let times = Double(text.count) / Double(length)
    func mean(_ numbers: [Double]) -> (mean: Double, error: Double) {
      let mean = numbers.reduce(0, +) / Double(windows)
      let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(windows - 1)
      return (mean, (variance / Double(windows)).squareRoot())
    }
    let hasQuotes = found.contains(where: \.hasQuotes)
    let certain = mean(found.map { hasQuotes && !$0.hasQuotes ? 0 : Double($0.least) })
    return RowEstimate(
      likely: Int(mean(found.map { Double($0.count) }).mean * times),
      least: Int(max(0, certain.mean - 3 * certain.error) * times))
  }

  /// The ends of lines that stand in no cell, of lines that say something and are no comment. A part may begin within a cell:
  /// quotes open one behind the end of another, so of the two ways to take them that is right by which clearly more do, and where
  /// it is not clear it may be either; where none stands in the part, all of it may be of one cell where the text has any.
  private static func rows(
    in part: UnsafeBufferPointer<UInt8>, fromStart: Bool = false
  ) -> (count: Int, least: Int, hasQuotes: Bool) {
    var (isOdd, hasQuotes) = (false, false)
    // Whether the line under way says something, and whether it is a comment.
    var (says, isComment) = (false, false)
    var (ends, opening) = (SIMD2<Int>.zero, SIMD2<Int>.zero)
    var before = UInt8(ascii: "\n")
    for byte in part {
      let place = isOdd ? 1 : 0
      if byte == UInt8(ascii: "\n") {
        if says, !isComment { ends[place] += 1 }
        (says, isComment) = (false, false)
      } else if !says, byte > 0x20 {
        (says, isComment) = (true, byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%"))
      }
      if byte == UInt8(ascii: "\"") {
        hasQuotes = true
        if [UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains(before) {
          opening[place] += 1
        }
        isOdd.toggle()
      }
      before = byte
    }
    if fromStart || !hasQuotes { return (ends[0], ends[0], hasQuotes) }
    let count = opening[0] >= opening[1] ? ends[0] : ends[1]
    let isClear = max(opening[0], opening[1]) >= max(fewestOpenings, 2 * min(opening[0], opening[1]) + 1)
    return (count, isClear ? count : min(ends[0], ends[1]), hasQuotes)
  }
}
