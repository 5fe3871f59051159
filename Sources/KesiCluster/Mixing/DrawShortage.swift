import KesiMeasures
import KesiNetwork

/// Fewer networks were drawn than wanted, or such as are too like the network itself, since more would take long; who wants
/// them asks for them.
package struct DrawShortage: Sendable {
  package let draws: Int
  package let wanted: Int
  private let isOnlyOne: Bool

  init?(_ counts: GroupTieNull) {
    guard counts.draws < counts.wanted || !counts.isMixed || counts.isOnlyOne else { return nil }
    (draws, wanted, isOnlyOne) = (counts.draws, counts.wanted, counts.isOnlyOne)
  }

  /// Whether more could be drawn in more time; else the network itself does not give more.
  package var isOfTime: Bool { draws < wanted && !isOnlyOne }

  package var explanation: Phrase {
    if isOnlyOne {
      return Phrase(
        "No other network has the numbers of partners that this one has, so nothing in it can stand out from chance.",
        zh: "在各单位伙伴数不变的条件下，不可能有其他网络，因此无法判断偏多或偏少。")
    }
    guard isOfTime else {
      return Phrase(
        "The ties of this network can hardly be swapped, so the \(draws) networks drawn are much like it: less stands out than might.",
        zh: "本网络的联系几乎无法随机互换，抽取的 \(draws) 个随机网络与其相近，偏多或偏少可能被低估。")
    }
    let seconds = Int(Analysis.mostSeconds)
    return Phrase(
      "Drawing \(wanted) networks would take more than \(seconds) seconds of one processor, so \(draws) were drawn.",
      zh: "抽取 \(wanted) 个随机网络需占用单个处理器 \(seconds) 秒以上，故只抽取了 \(draws) 个。")
  }
}
