import KesiCluster
import KesiMeasures
import KesiNetwork

/// What stands around a map: its numbers, what its marks mean, the worst gaps in words.
extension MapDrawing {
  /// What the block of those without ties is called. Some of them may stand in a group or at a tie that would help: then
  /// how many there are in all is said first, as tables have it.
  static func caption(of shown: Int, in analysis: Analysis, _ scene: MapScene, isChange: Bool) -> Phrase {
    guard scene.ties.count == scene.allTies || scene.isLarge else {
      return Phrase("\(shown) without ties in this picture", zh: "\(shown) 家在图上没有联系")
    }
    let all = degrees(of: analysis.graph.matrix).count { $0 == 0 }
    // Where ties are not assessed, those of whom none is stated may well have some.
    let words =
      analysis.notAssessed.contains(.ties)
      ? Phrase("\(all) of whom no ties are stated", zh: "\(all) 家未注明联系")
      : isChange
        ? Phrase("\(all) without ties before and after", zh: "\(all) 家前后均没有联系")
        : Phrase("\(all) without ties", zh: "\(all) 家没有联系")
    return shown == all ? words : Phrase("\(words.en), \(shown) of them here", zh: "\(words.zh)，此处为其中 \(shown) 家")
  }

  static func notes(
    _ scene: MapScene, _ change: NetworkChange?, _ network: Network
  ) -> [Phrase] {
    if let change {
      // Of two networks the map is of the union, which no table counts.
      let counts = [(change.actorCounts, "actor", "家单位")] + (change.tieCounts.map { [($0, "tie", "条联系")] } ?? [])
      return counts.map { count, noun, unit in
        let (old, new) = count
        let from = old == new ? "" : "\(Figure.count(old).text) → "
        return Phrase(from + new.counted(noun), zh: "\(from)\(Figure.count(new).text) \(unit)")
      } + thinned(scene)
    }
    let counts = [
      (scene.symbols.count, Phrase("actors", zh: "家单位"), Phrase("actor", zh: "家单位")),
      (scene.allTies, Phrase("ties", zh: "条联系"), Phrase("tie", zh: "条联系")),
      (network.consortia.count, Phrase("consortia", zh: "个联合体"), Phrase("consortium", zh: "个联合体")),
      (network.chains.count, Phrase("chains", zh: "条产业链"), Phrase("chain", zh: "条产业链")),
    ].filter { $0.0 > 0 }.map { count, many, one in
      Phrase("\(count) \((count == 1 ? one : many).en)", zh: "\(count) \(many.zh)")
    }
    return counts + thinned(scene)
  }

  /// Which ties are not drawn, though nobody asked for less.
  static func thinned(_ scene: MapScene) -> [Phrase] {
    let drawn = scene.ties.count(where: \.isDrawn)
    guard drawn + (scene.hasLeastWeight ? scene.lightTies : 0) < scene.allTies else { return [] }
    guard let parts = scene.parts, scene.hasBands else {
      return [Phrase("the \(drawn) heaviest ties are drawn", zh: "只绘出强度最大的 \(drawn) 条联系")]
    }
    let banded = parts.bands.reduce(0) { $0 + $1.count }
    return [
      Phrase("the \(drawn) ties that stand out most are drawn", zh: "只绘出其中最突出的 \(drawn) 条联系")
    ]
      + (banded == 0
        ? []
        : [
          Phrase(
            "\(parts.bands.count.counted("band")) \(parts.bands.count == 1 ? "stands" : "stand") for \(banded.counted("tie")) between areas; other ties are not drawn",
            zh: "区域之间的 \(parts.bands.count) 条色带代表 \(banded) 条联系，其余联系未绘出")
        ])
  }

  /// The kinds that the map shows, then the marks that it uses.
  static func keys(_ scene: MapScene, _ size: ActorMeasure, _ sheet: Sheet) -> [Sheet.Key] {
    let theme = sheet.theme
    var keys = sheet.keys(of: scene.actors)
    func line(_ color: String, isDashed: Bool = false) -> Sheet.Key.Look {
      .line(Canvas.Stroke(color: color, width: 2.6, isDashed: isDashed))
    }
    let ghost = Canvas.Stroke(color: theme.ghost, width: 1.4, isDashed: true)
    let marks: [(isUsed: Bool, look: Sheet.Key.Look, label: Phrase)] = [
      (
        scene.symbols.contains(where: \.isCut), .ring(Canvas.Stroke(color: theme.alarm, width: 2.6)),
        Phrase("its loss splits the network", zh: "粗圈：失去它后将有单位与网络断开")
      ),
      (
        scene.ties.contains { $0.isDrawn && $0.bridgeSeverity != nil }, line(theme.alarm),
        Phrase("only link of two parts", zh: "两部分之间的唯一联系")
      ),
      (
        scene.ties.contains { $0.steps == nil && ($0.change == .formed || $0.change == .strengthened) },
        line(theme.formed), Phrase("formed or stronger", zh: "新建或增强")
      ),
      (
        scene.ties.contains { $0.steps != nil && $0.change == .formed }, line(theme.formed, isDashed: true),
        Phrase("new tie of a step, with its number", zh: "措施新增的合作（数字为步骤序号）")
      ),
      (
        scene.ties.contains { $0.steps != nil && $0.change != .formed }, line(theme.formed),
        Phrase("project that a step gets going again or settles", zh: "措施推动或重新商定的合作")
      ),
      (
        scene.symbols.contains { $0.steps != nil && $0.turn == nil },
        .ring(Canvas.Stroke(color: theme.formed, width: 2.6)), Phrase("new place in a chain", zh: "新增链位")
      ),
      (
        scene.ties.contains { $0.change == .dissolved || $0.change == .weakened },
        line(theme.ghost, isDashed: true), Phrase("dissolved or weaker", zh: "消失或减弱")
      ),
      (!scene.proposed.isEmpty, line(theme.formed, isDashed: true), Phrase("a tie that would help", zh: "建议建立的联系")),
      (
        scene.symbols.contains { $0.turn == .joined }, .ring(Canvas.Stroke(color: theme.formed, width: 2.6)),
        Phrase("joined", zh: "新加入")
      ),
      (
        scene.ties.contains { $0.isDrawn && $0.isIntermittent }, line(theme.tie, isDashed: true),
        Phrase("works only now and then", zh: "间歇合作")
      ),
      (scene.symbols.contains { $0.turn == .left }, .ring(ghost), Phrase("left", zh: "已退出")),
      (!scene.ghosts.isEmpty, .ring(ghost), Phrase("missing in a chain", zh: "产业链缺失的主体")),
    ]
    keys += marks.filter(\.isUsed).map { Sheet.Key($0.look, $0.label) }
    if let meaning = scene.groupMeaning, let color = scene.groups.first?.color {
      keys.append(Sheet.Key(.patch(color + "40"), meaning))
    }
    if let parts = scene.parts, parts.regions.all.contains(where: { !$0.name.en.isEmpty }) {
      keys.append(
        Sheet.Key(
          .patch(theme.region(0).edge),
          parts.regions.sort == .zone
            ? Phrase("area: a zone, with the number of its actors", zh: "色块：片区及其单位数")
            : Phrase("area: a community, with the number of its actors", zh: "色块：社群及其单位数")))
      if scene.hasBands, !parts.bands.isEmpty {
        keys.append(
          Sheet.Key(
            .line(Canvas.Stroke(color: theme.band, width: 6)),
            Phrase("band: ties between two areas, and how many", zh: "色带：两区域之间的联系及其条数")))
      }
    }
    return keys + [Sheet.Key(.size, Phrase("size: \(size.summary.en)", zh: "大小：\(size.summary.zh)"))]
  }

  /// The worst gaps in words: one sentence a kind and subject says more than five of one kind.
  static func findings(_ gaps: [Gap], isChange: Bool) -> Sheet.Findings {
    var seen = Set<String>()
    var perKind: [GapKind: Int] = [:]
    let chosen = gaps.filter {
      seen.insert("\($0.kind):\($0.subjects.first ?? -1):\($0.chain ?? -1)").inserted
    }.filter { gap in
      perKind[gap.kind, default: 0] += 1
      return perKind[gap.kind, default: 0] <= 2
    }.prefix(mostSentences)
    let heading =
      gaps.count == 1
      ? (isChange ? Phrase("One new gap", zh: "新增 1 处薄弱环节") : Phrase("One gap", zh: "1 处薄弱环节"))
      : gaps.count == chosen.count
        ? (isChange
          ? Phrase("\(gaps.count) new gaps", zh: "新增 \(gaps.count) 处薄弱环节")
          : Phrase("\(gaps.count) gaps", zh: "\(gaps.count) 处薄弱环节"))
        : isChange
          ? Phrase("The worst of \(gaps.count) new gaps", zh: "新增 \(gaps.count) 处薄弱环节，其中最严重的有")
          : Phrase("The worst of \(gaps.count) gaps", zh: "\(gaps.count) 处薄弱环节，其中最严重的有")
    return Sheet.Findings(heading: heading, sentences: chosen.map(\.explanation))
  }
}
