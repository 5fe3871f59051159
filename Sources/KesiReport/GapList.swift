import KesiCluster
import KesiNetwork

/// The gaps of a network as a reader meets them: by class and kind, the worst first, alike ones as one entry with a count.
struct GapList {
  /// Gaps of the same kind and level in the same chain.
  struct Entry {
    let gaps: [Gap]
    /// How many of them are listed one by one, each with its number on the page.
    let numbers: Range<Int>

    var first: Gap { gaps[0] }
    var listed: ArraySlice<Gap> { gaps.prefix(numbers.count) }
    var isGroup: Bool { gaps.count > 1 }
  }

  struct KindPart {
    let kind: GapKind
    let entries: [Entry]
    var count: Int { entries.reduce(0) { $0 + $1.gaps.count } }
  }

  struct ClassPart {
    let gapClass: GapClass
    let kinds: [KindPart]
    var count: Int { kinds.reduce(0) { $0 + $1.count } }
  }

  let classes: [ClassPart]
  /// Those that the page tells one by one, by their number.
  let listed: [Gap]

  /// So many alike gaps are one entry; fewer are read faster one by one.
  private static let leastAlike = 3
  /// Of alike gaps so many are listed: nobody reads on, and a page should open.
  private static let mostListed = 100

  private struct Likeness: Hashable {
    let kind: GapKind
    let chain: Int?
    let level: GapLevel
  }

  /// - Parameter gaps: the worst first.
  init(of gaps: [Gap]) {
    var alike: [Likeness: [Gap]] = [:]
    var order: [Likeness] = []
    for gap in gaps {
      let likeness = Likeness(kind: gap.kind, chain: gap.chain, level: gap.level)
      if alike[likeness, default: []].isEmpty { order.append(likeness) }
      alike[likeness, default: []].append(gap)
    }
    var listed: [Gap] = []
    func entry(_ gaps: [Gap]) -> Entry {
      let start = listed.count
      listed += gaps.prefix(Self.mostListed)
      return Entry(gaps: gaps, numbers: start..<listed.count)
    }
    classes = GapClass.allCases.compactMap { gapClass in
      var kinds: [GapKind] = []
      for likeness in order where likeness.kind.gapClass == gapClass && !kinds.contains(likeness.kind) {
        kinds.append(likeness.kind)
      }
      guard !kinds.isEmpty else { return nil }
      return ClassPart(
        gapClass: gapClass,
        kinds: kinds.map { kind in
          KindPart(
            kind: kind,
            entries: order.filter { $0.kind == kind }.flatMap { likeness -> [Entry] in
              let gaps = alike[likeness, default: []]
              return gaps.count < Self.leastAlike ? gaps.map { entry([$0]) } : [entry(gaps)]
            })
        })
    }
    self.listed = listed
  }
}
