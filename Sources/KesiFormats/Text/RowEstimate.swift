/// How many rows a text has, from what a sample of it tells.
struct RowEstimate {
  let likely: Int
  /// Nearly certainly not fewer.
  let least: Int

  static let none = RowEstimate(likely: 0, least: 0)

  private static let (windows, length) = (64, 1 << 14)

  /// Counts rows in windows all over the text: three standard errors decide what is certain.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> RowEstimate {
    guard text.count > 2 * windows * length else {
      let count = rows(in: text) + (text.last == UInt8(ascii: "\n") || text.isEmpty ? 0 : 1)
      return RowEstimate(likely: count, least: count)
    }
    let found = (0..<windows).map { window in
      let start = window * ((text.count - length) / (windows - 1))
      return Double(rows(in: UnsafeBufferPointer(rebasing: text[start..<start + length])))
    }
    let mean = found.reduce(0, +) / Double(windows)
    let variance = found.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(windows - 1)
    let error = (variance / Double(windows)).squareRoot()
    let times = Double(text.count) / Double(length)
    return RowEstimate(likely: Int(mean * times), least: Int(max(0, mean - 3 * error) * times))
  }

  /// The ends of lines that stand in no cell. A part may begin within one: quotes open a cell behind the end of another,
  /// so of the two ways to take them that is right by which more do.
  private static func rows(in part: UnsafeBufferPointer<UInt8>) -> Int {
    var isOdd = false
    var (ends, opening) = (SIMD2<Int>.zero, SIMD2<Int>.zero)
    var before = UInt8(ascii: "\n")
    for byte in part {
      let place = isOdd ? 1 : 0
      if byte == UInt8(ascii: "\n") { ends[place] += 1 }
      if byte == UInt8(ascii: "\"") {
        if [UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains(before) {
          opening[place] += 1
        }
        isOdd.toggle()
      }
      before = byte
    }
    return opening[0] >= opening[1] ? ends[0] : ends[1]
  }
}
