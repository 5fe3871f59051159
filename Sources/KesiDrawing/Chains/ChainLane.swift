import KesiCluster
import KesiMatrix
import KesiNetwork

extension ChainLanes {
  struct Column {
    enum What {
      case stage(String)
      case kind(String)
      /// Those of whom no stage is stated.
      case unstaged
      /// The kinds that a chain lacks as a whole.
      case missing
    }

    let what: What
    let label: Phrase
  }

  /// A chain with its actors in their columns.
  struct Lane {
    let chain: ChainNetwork
    let index: ChainIndex
    /// The vertices in each column, best tied first, and the kinds that are missing there.
    let cells: [[Int]]
    let ghosts: [[String]]
    let marked: Set<Int>
    /// The columns after which a slit stands.
    let slits: [Int]
    /// Ties that go from one side of a slit to the other, since they leave out a stage: they pass above it.
    let passing: [[Int]]
    let rows: Int
    var headroom: Double { passing.isEmpty ? 0 : 34 }

    init(
      _ chain: ChainNetwork, _ index: ChainIndex, _ columns: [Column], _ gaps: [Gap], _ analysis: Analysis,
      _ style: PictureStyle
    ) {
      self.chain = chain
      self.index = index
      var isPlaced = [Bool](repeating: false, count: chain.actors.count)
      var columnOf = [Int](repeating: 0, count: chain.actors.count)
      cells = columns.enumerated().map { place, column in
        let own: [Int] =
          switch column.what {
          case .stage(let stage): chain.vertices(atStage: stage)
          case .kind(let kind): chain.vertices(ofKind: kind)
          case .unstaged: Array(chain.actors.indices)
          case .missing: []
          }
        // An actor of several stages stands at its first.
        let fresh = own.filter { !isPlaced[$0] }
        for vertex in fresh { (isPlaced[vertex], columnOf[vertex]) = (true, place) }
        return chain.matrix.withRows { $0.byFallingDegree(fresh) }
      }
      let missing = missing(in: chain, analysis, style)
      ghosts = columns.map { column in
        switch column.what {
        case .missing: missing
        case .kind(let kind): missing.filter { $0.isExactly(kind) }
        case .stage, .unstaged: []
        }
      }
      marked = Set(
        gaps.filter { [.cutActor, .singleProvider, .overloadedBroker].contains($0.kind) }.flatMap(\.subjects))
      let slits = gaps.filter { $0.kind == .brokenStage }.compactMap { gap -> Int? in
        guard case .stage(let from)? = gap[.from] else { return nil }
        return columns.firstIndex { if case .stage(let stage) = $0.what { stage.isExactly(from) } else { false } }
      }
      self.slits = slits
      passing = chain.matrix.withRows { rows in
        (0..<rows.order).flatMap { a in
          rows[a].map { [a, Int($0)] }.filter { pair in
            let (low, high) = (
              min(columnOf[pair[0]], columnOf[pair[1]]), max(columnOf[pair[0]], columnOf[pair[1]])
            )
            return pair[0] < pair[1] && slits.contains { low <= $0 && $0 < high }
          }
        }
      }
      let deepest = zip(cells, ghosts).map { cell, ghosts in
        (min(most, cell.count) + perRow - 1) / perRow + (cell.count > most ? 1 : 0)
          + (ghosts.count + perRow - 1) / perRow
      }
      rows = max(1, deepest.max() ?? 1)
    }
  }
}
