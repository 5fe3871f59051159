import KesiMatrix
import Synchronization

/// The fast way into an edge list: every end is a whole number below 2³² − 1, in the first two fields of a line, with a
/// plain decimal weight in the third or none. Whatever else stands in the text is left to ``NamedTies``, which can say
/// what is wrong with it.
enum NumberedTies {
  /// Ranges of about this length are read at a time.
  private static let rangeLength = 1 << 22

  /// - Returns: nil where any line is of another form.
  static func read(_ text: UnsafeBufferPointer<UInt8>, on parallel: Parallel) throws -> EdgeList? {
    guard let isWeighted = firstLineIsWeighted(text) else { return nil }
    let ranges = text.lineRanges(count: text.count / rangeLength + 1)
    let parts = Mutex([TieList?](repeating: nil, count: ranges.count))
    let shared = UncheckedVector(text)
    try parallel.forEachWorker(count: ranges.count, grain: 1) { chunks in
      while let chunk = chunks.take() {
        for index in chunk {
          var reader = LineReader(shared[ranges[index]])
          let ties = reader.read(isWeighted: isWeighted)
          parts.withLock { $0[index] = ties }
        }
      }
    }
    var lists: [TieList] = []
    for part in parts.withLock({ $0 }) {
      guard let part else { return nil }
      lists.append(part)
    }
    let ties = TieList(joining: lists)
    return ties.count == 0 ? nil : numbered(ties)
  }

  /// Nil where the first line that is no comment is no line of two or three numbers.
  private static func firstLineIsWeighted(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    for isWeighted in [false, true] {
      var reader = LineReader(text)
      if reader.readLine(isWeighted: isWeighted) == .tie { return isWeighted }
    }
    return nil
  }

  /// Vertices in rising order of their numbers; numbers that no tie has are no vertices.
  private static func numbered(_ ties: TieList) -> EdgeList {
    let highest = Int(max(ties.sources.max()!, ties.targets.max()!))
    // A bit for each number that could be: where few are, the list itself is smaller.
    guard highest < 64 * ties.count + 1 << 20 else { return numberedBySorting(ties) }
    let occurs = Scratch<UInt64>(repeating: 0, count: highest / 64 + 1)
    for ends in [ties.sources, ties.targets] {
      for end in ends { occurs[Int(end >> 6)] |= 1 << UInt64(end & 63) }
    }
    // How many numbers occur before each word.
    let before = Scratch<UInt32>(repeating: 0, count: highest / 64 + 1)
    var count: UInt32 = 0
    for word in 0...highest / 64 {
      before[word] = count
      count += UInt32(occurs[word].nonzeroBitCount)
    }
    var ids: [String] = []
    ids.reserveCapacity(Int(count))
    for word in 0...highest / 64 {
      var bits = occurs[word]
      while bits != 0 {
        ids.append(String(word * 64 + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
    guard Int(count) <= highest else { return EdgeList(ids: ids, ties: ties) }
    func place(_ end: UInt32) -> UInt32 {
      let word = Int(end >> 6)
      let lower = occurs[word] & ((1 << UInt64(end & 63)) - 1)
      return before[word] + UInt32(truncatingIfNeeded: lower.nonzeroBitCount)
    }
    return EdgeList(
      ids: ids,
      ties: TieList(sources: ties.sources.map(place), targets: ties.targets.map(place), weights: ties.weights))
  }
}

extension NumberedTies {
  private static func numberedBySorting(_ ties: TieList) -> EdgeList {
    var numbers = (ties.sources + ties.targets).sorted()
    numbers = numbers.indices.filter { $0 == 0 || numbers[$0] != numbers[$0 - 1] }.map { numbers[$0] }
    var place: [UInt32: UInt32] = [:]
    for (index, number) in numbers.enumerated() { place[number] = UInt32(index) }
    return EdgeList(
      ids: numbers.map { String($0) },
      ties: TieList(
        sources: ties.sources.map { place[$0]! }, targets: ties.targets.map { place[$0]! }, weights: ties.weights))
  }
}

/// Reads lines of numbers.
private struct LineReader {
  enum Line { case tie, end, other }

  private var place: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  private var source: UInt32 = 0
  private var target: UInt32 = 0
  private var weight = 1.0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    // An empty text has no address.
    place = text.baseAddress ?? UnsafePointer(bitPattern: 1)!
    end = place + text.count
  }

  /// Nil where a line is of another form.
  mutating func read(isWeighted: Bool) -> TieList? {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var weights: [Double]? = isWeighted ? [] : nil
    // A line is seldom shorter than ten bytes.
    sources.reserveCapacity((end - place) / 10)
    targets.reserveCapacity((end - place) / 10)
    weights?.reserveCapacity((end - place) / 12)
    while true {
      switch readLine(isWeighted: isWeighted) {
      case .tie:
        sources.append(source)
        targets.append(target)
        weights?.append(weight)
      case .end: return TieList(sources: sources, targets: targets, weights: weights)
      case .other: return nil
      }
    }
  }

  /// Reads up to the end of the next line that holds something.
  @inline(__always)
  mutating func readLine(isWeighted: Bool) -> Line {
    while place < end {
      let byte = place.pointee
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || Self.isSpace(byte) {
        place += 1
      } else if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%") {
        while place < end, place.pointee != UInt8(ascii: "\n") { place += 1 }
      } else {
        break
      }
    }
    guard place < end else { return .end }
    guard let source = readWhole(), skipSeparator(), let target = readWhole() else { return .other }
    if isWeighted { guard skipSeparator(), readDecimal() else { return .other } }
    while place < end, Self.isSpace(place.pointee) || place.pointee == UInt8(ascii: "\r") { place += 1 }
    guard place == end || place.pointee == UInt8(ascii: "\n") else { return .other }
    (self.source, self.target) = (source, target)
    return .tie
  }

  @inline(__always)
  private mutating func readWhole() -> UInt32? {
    let start = place
    var number: UInt64 = 0
    while place < end {
      let digit = place.pointee &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      number = number &* 10 &+ UInt64(digit)
      place += 1
    }
    // A leading zero would be lost: “007” is a name.
    let length = place - start
    let isPlain = length == 1 || (length > 0 && start.pointee != UInt8(ascii: "0"))
    guard isPlain, length <= 10, number < UInt64(UInt32.max) else { return nil }
    return UInt32(truncatingIfNeeded: number)
  }

  /// Digits with at most one point among them, few enough that the quotient below is the nearest number.
  private mutating func readDecimal() -> Bool {
    var digits: UInt64 = 0
    var length = 0
    var decimals = -1
    while place < end {
      let byte = place.pointee
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else {
        let digit = byte &- UInt8(ascii: "0")
        guard digit < 10 else { break }
        digits = digits &* 10 &+ UInt64(digit)
        length += 1
        if decimals >= 0 { decimals += 1 }
      }
      place += 1
    }
    guard length > 0, length <= 15 else { return false }
    weight = Double(digits) / Self.powersOfTen[max(0, decimals)]
    return true
  }

  private static let powersOfTen: [Double] = (0...15).map {
    (1...15).prefix($0).reduce(1.0) { product, _ in product * 10 }
  }

  /// Spaces, with one comma, semicolon or tab among them.
  @inline(__always)
  private mutating func skipSeparator() -> Bool {
    let start = place
    var marks = 0
    while place < end {
      let byte = place.pointee
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { marks += 1 } else if !Self.isSpace(byte) { break }
      place += 1
    }
    return place > start && marks <= 1
  }

  @inline(__always) private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension TieList {
  /// Lists one behind the other; all have weights or none.
  init(joining lists: [TieList]) {
    self.init(
      sources: Array(lists.lazy.map(\.sources).joined()), targets: Array(lists.lazy.map(\.targets).joined()),
      weights: lists.first?.isWeighted == true ? Array(lists.lazy.compactMap(\.weights).joined()) : nil)
  }
}
