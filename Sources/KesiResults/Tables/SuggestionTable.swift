import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row a step: a tie, or a position of an actor of the network or of a newcomer; the one that does most first.
  public static func suggestions(
    _ suggestions: [Suggestion], of network: Network, in language: Language
  ) -> ResultTable {
    let rows = suggestions.enumerated().map { place, item -> [Cell] in
      let chain = item.chain.map { network.chains[$0] }
      let (source, target, kind) = parts(of: item.step, network, language)
      return [
        .whole(place + 1), source, target, kind,
        chain.map { .shown(.text($0.id), as: $0.name(in: language)) } ?? .missing, .fraction(optional: item.gain),
        .fraction(optional: item.before), .fraction(optional: item.after), .text(item.reason(language)),
        .real(optional: item.likeness?.adamicAdar.withoutNoise),
        .real(optional: item.likeness?.resourceAllocation.withoutNoise),
      ]
    }
    return ResultTable(
      heading: Heading(of: network),
      columns: [
        Column("rank", Phrase("rank", zh: "序号")), Column("source", Phrase("actor", zh: "主体")),
        Column("target", Phrase("with", zh: "合作对象")), Column("kind", Phrase("step", zh: "措施")),
        Column(
          "chain", Phrase("chain", zh: "产业链"), for: suggestions.contains { $0.chain != nil } ? .everyone : .programs),
        Column("gain", Phrase("gain", zh: "预期增量")),
        Column("before", Phrase("before", zh: "措施前")), Column("after", Phrase("after", zh: "措施后")),
        Column("reason", Phrase("why", zh: "理由")),
        Column("adamic_adar", Phrase("Adamic–Adar", zh: "Adamic–Adar 指数"), for: .programs),
        Column("resource_allocation", Phrase("resource allocation", zh: "资源分配指数"), for: .programs),
      ], rows: rows)
  }

  /// Who, with whom, and what sort of step it is. A newcomer goes by `new:KIND`, as `what-if --place` takes it.
  private static func parts(of step: Remedy, _ network: Network, _ language: Language) -> (Cell, Cell, Cell) {
    func actor(_ index: Int) -> Cell {
      .shown(.text(network.actors[index].id), as: network.actors[index].shortName(in: language))
    }
    let (tie, position) = (Phrase("tie", zh: "促成合作"), Phrase("position", zh: "加入产业链"))
    switch step {
    case .tie(let a, let b), .renewal(let a, let b):
      return (actor(a), actor(b), .word(.text("tie"), as: tie(language)))
    case .seat(let one, _): return (actor(one), .missing, .word(.text("position"), as: position(language)))
    case .position(let kind, _, _, _):
      let label = network.profile.kind(kind).label
      let name = Phrase("a new \(label.en)", zh: "新引入的\(label.zh)")
      return (
        .word(.text("new:\(kind)"), as: name(language)), .missing,
        .word(.text("position"), as: position(language))
      )
    case .capacity: return (.missing, .missing, .missing)
    }
  }
}
