import KesiNetwork

/// How much memory a network takes, told before it is read: nobody waits for minutes to be told that there is too little.
///
/// What is said is the least that it can take, so that nothing that fits is refused: what an actor is called, how many there
/// are and what else is asked for comes on top, and is half of it or more.
struct MemoryNeed {
  /// Bytes of a tie of a list: its ends, and its two entries of the matrix while these are sorted by either end. Of lists
  /// of ten million ties and more some 60 to 80 were measured, with actors, measures and results.
  private static let tieOfList = 24
  /// Bytes of a tie of a table, whose rows are put in order and chosen one by one, each with a weight; some 100 were measured
  /// with no other columns than the ends, 400 with kinds, dates and a remark of its own.
  private static let tieOfTable = 64
  private static let actor = MemoryLayout<Actor>.stride

  private let ties: Int
  private let bytes: Int
  private let isSnapshot: Bool

  static func list(_ ties: RowEstimate) -> MemoryNeed {
    MemoryNeed(ties: ties.likely, bytes: ties.least * tieOfList, isSnapshot: false)
  }

  static func tables(actors: RowEstimate, ties: RowEstimate) -> MemoryNeed {
    MemoryNeed(ties: ties.likely, bytes: actors.least * actor + ties.least * tieOfTable, isSnapshot: false)
  }

  /// - Parameters:
  ///   - listed: ties of a list, which stays in the file with its matrix.
  ///   - ties: ties of a table.
  static func snapshot(actors: Int, listed: Int, ties: Int) -> MemoryNeed {
    MemoryNeed(ties: listed + ties, bytes: actors * actor + ties * tieOfTable, isSnapshot: true)
  }

  /// - Throws: ``NotEnoughMemory`` where it is surely more than there is.
  func check(_ name: String, free: Int? = FreeMemory.bytes) throws {
    guard let free, bytes > free else { return }
    let (ties, needed, there) = (roundedTies, gibibytes(bytes), gibibytes(free))
    let way = Phrase(
      isSnapshot ? "" : ", or a snapshot made on a machine with more memory (kesi convert NETWORK -o FILE.kesi)",
      zh: isSnapshot ? "" : "，或在内存更大的机器上生成快照后再用（kesi convert 网络 -o 文件.kesi）")
    throw NotEnoughMemory(
      message: Phrase(
        "\(name) holds about \(ties) ties, which need at least \(needed) GiB of memory, and there are \(there) GiB. Use --engine spark (summary, metrics, chains, gaps), a part of the table\(way.en). If more memory may be used, say how much: KESI_MEMORY=\(suggestion).",
        zh:
          "\(name) 约有 \(ties) 条联系，至少需要 \(needed) GiB 内存，现有 \(there) GiB。请改用 --engine spark（summary、metrics、chains、gaps），或只取表格的一部分\(way.zh)。如可使用更多内存，请用 KESI_MEMORY=\(suggestion) 说明（单位 GiB）。"
      ))
  }

  /// Three digits: an estimate is no more exact.
  private var roundedTies: String {
    var unit = 1
    while ties / unit >= 1000 { unit *= 10 }
    return Figure.count((ties + unit / 2) / unit * unit).text
  }

  /// Whole gibibytes that are enough for what is certain.
  private var suggestion: Int { bytes >> 30 + 1 }

  private func gibibytes(_ bytes: Int) -> String { Figure.expected(Double(bytes) / Double(1 << 30)).text }
}
