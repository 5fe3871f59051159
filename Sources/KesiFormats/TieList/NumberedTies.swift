import KesiMatrix
import KesiNetwork

/// The fast way into a list of ties: every end is a whole number below 2³² − 1, in the first two columns, with a plain
/// decimal weight in the third or none. Whatever else stands in the text is left to ``TableReader``, which can say what is
/// wrong with it. Actors are in rising order of their numbers.
enum NumberedTies {
  /// Ranges of about this length are read at a time.
  private static let rangeLength = 1 << 22

  /// - Returns: nil where the list, or any line of it, is of another form.
  static func read(
    _ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, below head: TableHead<Tie>, of source: FileSource,
    decimals: WrittenNumber.DecimalSign?, on parallel: Parallel
  ) throws -> NetworkReading? {
    let columns = [TieColumns.source, TieColumns.target, TieColumns.weight].map(\.head)
    let used = head.layout.used
    guard used.count == head.layout.width,
      zip(used, columns).enumerated().allSatisfy({ place, pair in
        pair.0.place == place && pair.0.column.head.isSame(as: pair.1)
      })
    else { return nil }
    let isWeighted = used.count == 3
    if isWeighted, decimals == .comma { return nil }
    var rows = TextRows(text, dialect)
    for _ in 0..<head.records { _ = try rows.next() }
    let form = LineForm(dialect, isWeighted: isWeighted, hasPoint: decimals == .point, weightsBelow: rows)
    let start = rows.place
    guard let list = try list(text, of: source, from: start, form, on: parallel) else { return nil }
    var (ids, ties) = numbered(list)
    var warnings: [Problem] = []
    let file = source.name
    let selfTies = ties.indices.count { ties.sources[$0] == ties.targets[$0] }
    if selfTies > 0 {
      ties = ties.withoutLoops
      warnings.append(.selfTie(at: columns[1].place(in: file, row: nil), count: selfTies))
    }
    let zeros = ties.weights?.count { $0 == 0 } ?? 0
    if zeros > 0 { warnings.append(.zeroWeight(at: columns[2].place(in: file, row: nil), count: zeros)) }
    guard ties.count > 0 else { return nil }
    return NetworkReading(
      network: Network(actors: ids.map { Actor(id: $0, name: $0) }, ties: Ties(ties)), warnings: warnings,
      warningCount: warnings.count)
  }

  private static func list(
    _ text: UnsafeBufferPointer<UInt8>, of source: FileSource, from start: Int, _ form: LineForm, on parallel: Parallel
  ) throws -> TieList? {
    // A line of another form is often among the first.
    var first = LineReader(UnsafeBufferPointer(rebasing: text[start...]), form)
    guard first.readLine() == .tie else { return nil }
    let ranges = text.rowRanges(from: start, count: (text.count - start) / rangeLength + 1)
    let shared = UncheckedVector(text)
    // Nil for a range with a line of another form.
    var read: [TieList?] = try parallel.read(ranges, of: text, from: source) { range in
      var reader = LineReader(shared[range], form)
      return reader.read()
    }
    var list = TieList(isWeighted: form.isWeighted)
    guard read.allSatisfy({ $0 != nil }) else { return nil }
    list.reserveCapacity(read.reduce(0) { $0 + ($1?.count ?? 0) })
    // Each is let go once it is joined: together they are as large as the list.
    for place in read.indices { if let part = read[place].take() { list.append(part) } }
    return list.count == 0 ? nil : list
  }

  /// Vertices in rising order of their numbers; numbers that no tie has are no vertices.
  private static func numbered(_ ties: TieList) -> (ids: [String], ties: TieList) {
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
    guard Int(count) <= highest else { return (ids, ties) }
    func place(_ end: UInt32) -> UInt32 {
      let word = Int(end >> 6)
      let lower = occurs[word] & ((1 << UInt64(end & 63)) - 1)
      return before[word] + UInt32(truncatingIfNeeded: lower.nonzeroBitCount)
    }
    return (ids, ties.withEnds(ties.sources.map(place), ties.targets.map(place)))
  }
}

extension NumberedTies {
  private static func numberedBySorting(_ ties: TieList) -> (ids: [String], ties: TieList) {
    var numbers = (Array(ties.sources) + ties.targets).sorted()
    numbers = numbers.indices.filter { $0 == 0 || numbers[$0] != numbers[$0 - 1] }.map { numbers[$0] }
    var place: [UInt32: UInt32] = [:]
    for (index, number) in numbers.enumerated() { place[number] = UInt32(index) }
    // Every end is among the numbers.
    return (
      numbers.map { String($0) },
      ties.withEnds(ties.sources.map { place[$0]! }, ties.targets.map { place[$0]! })
    )
  }
}

extension TieList {
  fileprivate var indices: Range<Int> { 0..<count }

  /// The ties that do not lead from a vertex to itself.
  fileprivate var withoutLoops: TieList {
    var rest = TieList(isWeighted: isWeighted)
    for index in indices where sources[index] != targets[index] {
      rest.append(sources[index], targets[index], weight: weight(index))
    }
    return rest
  }
}
