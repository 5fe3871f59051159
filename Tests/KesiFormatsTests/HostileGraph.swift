import KesiMatrix
import KesiNetwork

/// A random network of actors and ties with something in every column that graph files hold, of texts that a reader could
/// take for something else.
struct HostileGraph {
  private(set) var network = Network()

  private static let pieces = [
    "#", "\"", "'", ",", ";", "；", "、", "|", "\t", " ", "\n", "\r\n", "=", "@", "-", "0", "7", "a", "é", "e\u{301}",
    "苏", "😀", "\u{A0}", "\u{301}", "\\", "<", "&", ">", "]]>", "&amp;", "<![CDATA[", "-->", "[", "]", "{", "}", "*",
    "&#92;", "\\N",
  ]

  init(seed: UInt64) {
    var random = SplitMix(seed: seed, use: "graph")
    func text() -> String { (0...random.below(5)).map { _ in Self.pieces[random.below(Self.pieces.count)] }.joined() }
    func maybe<Value>(_ value: @autoclosure () -> Value) -> Value? { random.below(2) == 0 ? value() : nil }
    func number() -> Double { [0, 1, 0.1, 1 / 3, 1e21, 1e-7, 123_456_789.125][random.below(7)] }
    func distinct(_ count: Int) -> [String] {
      var seen = Set<ExactText>()
      while seen.count < count { seen.insert(ExactText(text())) }
      return seen.map(\.text).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }
    func columns(_ count: Int) -> [Network.CarriedColumn] {
      distinct(3).enumerated().map { place, title in
        let numbers = place == 0 ? (0..<count).map { _ in number().plain } : nil
        // Titles are told apart as words are.
        return Network.CarriedColumn(
          name: "t\(place)\(title)", values: numbers ?? ["x"] + (1..<count).map { _ in text() })
      }
    }
    network.profile.isIllustrative = random.below(2) == 0
    let title = text() + "t"
    network.profile.title = Phrase(title, zh: title)
    for id in distinct(9) {
      var actor = Actor(id: id, name: text(), nameZh: maybe(text()), kind: maybe(text()) ?? "", zone: maybe(text()))
      (actor.size, actor.isLeader, actor.latitude) = (maybe(number()), random.below(2) == 0, maybe(-89.5))
      (actor.longitude, actor.url, actor.evidence) = (maybe(12.25), maybe(text()), maybe(text()))
      (actor.parent, actor.short, actor.basis) = (maybe(text()), maybe(text()), maybe(.register))
      network.actors.append(actor)
    }
    for _ in 0..<20 {
      let source = random.below(9)
      var tie = Tie(source, (source + 1 + random.below(8)) % 9, kind: maybe(text()) ?? "", weight: number() + 0.5)
      tie.isDirected = [nil, true, false][random.below(3)]
      tie.period = Period(
        from: maybe(PartialDate(["2019", "2020-02", "2020-02-29"][random.below(3)])!),
        to: maybe(PartialDate(["2021-11-05", "2021-11", "2022"][random.below(3)])!))
      (tie.stage, tie.outcome, tie.basis) = (maybe(.research), maybe(.satisfactory), maybe(.inferred))
      (tie.benefitToSource, tie.benefitToTarget, tie.evidence) = (maybe(number()), maybe(number()), maybe(text()))
      network.ties.append(tie)
    }
    network.carried = [.actors: columns(9), .ties: columns(20)]
  }
}
