import KesiCluster
import KesiMatrix

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One actor or consortium in the middle of those around it, ring by ring.
public enum RingDrawing {
  /// Those who stand as far from the middle as each other.
  private struct Ring {
    let vertices: [Int]
    var isFaded = false
    var name: Phrase?
  }

  /// Of outsiders so many are shown, the best tied.
  private static let mostOutside = 24
  private static let mostNear = 40

  /// A consortium: its leader in the middle, core, members and observers around it by kind, then partners outside, faded.
  ///
  /// - Parameter consortium: an index of the network.
  public static func picture(
    ofConsortium consortium: Int, in survey: GapSurvey, language: Language, theme: ThemeName = .standard
  ) throws -> Picture {
    let (graph, network) = (survey.graph, survey.graph.network)
    let entry = network.consortia[consortium]
    var roles: [Int: MemberRole] = [:]
    for member in network.members where member.consortium == consortium {
      guard let vertex = graph.vertex[member.actor] else { continue }
      roles[vertex] = member.role ?? roles[vertex] ?? .member
    }
    if let leader = entry.leader.flatMap({ graph.vertex[$0] }) { roles[leader] = .leader }
    guard !roles.isEmpty else {
      throw UnknownWord(Phrase("the consortium has no members here.", zh: "该联合体在所选范围内没有成员。"))
    }
    func members(_ role: MemberRole) -> [Int] { byKind(roles.keys.filter { roles[$0] == role }, graph) }
    let leaders = members(.leader)
    let middle = leaders.first ?? roles.keys.min()!
    let outside = outsiders(of: Set(roles.keys), graph)
    let rings = [
      Ring(
        vertices: Array(leaders.dropFirst()) + members(.core).filter { $0 != middle }, name: Phrase("core", zh: "核心")),
      Ring(vertices: members(.member).filter { $0 != middle }, name: Phrase("members", zh: "成员")),
      Ring(vertices: members(.observer).filter { $0 != middle }, name: Phrase("observers", zh: "观察员")),
      Ring(vertices: outside.shown, isFaded: true, name: Phrase("partners outside", zh: "外部伙伴")),
    ]
    let left = outside.count - outside.shown.count
    let note = Phrase(
      "\(roles.count) members; leader in the middle, core, members, observers around it; faded: partners outside"
        + (left > 0 ? " (\(left) more not shown)" : ""),
      zh: "成员 \(roles.count) 家；中心为牵头单位，外圈依次为核心、成员、观察员；淡色为外部伙伴" + (left > 0 ? "（另有 \(left) 家未画出）" : ""))
    return draw(
      survey, middle: middle, rings.filter { !$0.vertices.isEmpty },
      heading: Phrase(entry.name(in: .en), zh: entry.name(in: .zh)), note: note, sentences: [], language, theme)
  }

  /// An actor, its partners by kind, and, at radius 2, theirs; those who would be cut off without it are ringed.
  ///
  /// - Parameter actor: an index of the network.
  public static func picture(
    ofActor actor: Int, radius: Int, in survey: GapSurvey, language: Language, theme: ThemeName = .standard
  ) throws -> Picture {
    let (graph, network) = (survey.graph, survey.graph.network)
    guard let middle = graph.vertex[actor] else {
      throw UnknownWord(Phrase("the actor is not part of what was selected.", zh: "该主体不在所选范围内。"))
    }
    let (near, far) = graph.matrix.withRows { rows -> ([Int], [Int]) in
      let near = Set(rows[middle].map { Int($0) })
      let far = Set(near.flatMap { rows[$0].map { Int($0) } }).subtracting(near).subtracting([middle])
      return (best(near, mostNear, rows), best(far, mostOutside, rows))
    }
    let loss = survey.dependences().first { $0.actor == actor }!
    let name = network.actors[actor]
    let gone = survey.cutOff(without: actor)
    let sentence =
      loss.cutOff > 0
      ? Phrase(
        "Without \(name.shortName(in: .en)), \(loss.cutOff) other actor\(loss.cutOff == 1 ? "" : "s") would be cut off, \(loss.stranded) of them without any partner.",
        zh: "一旦失去\(name.shortName(in: .zh))，\(loss.cutOff) 个主体将失联，其中 \(loss.stranded) 个失去唯一伙伴。")
      : Phrase(
        "Without \(name.shortName(in: .en)) the others still hang together.",
        zh: "失去\(name.shortName(in: .zh))后，其余主体仍然相连。")
    var sentences = [sentence(language)]
    if let chain = loss.chain {
      let points = ((loss.indexLoss * 1000).rounded() / 1000).plain
      sentences.append(
        Phrase(
          "The index of \(network.chains[chain].name(in: .en)) would fall by \(points).",
          zh: "“\(network.chains[chain].name(in: .zh))”产业链指数将下降 \(points)。")(language))
    }
    let rings = [
      Ring(vertices: byKind(near, graph)), Ring(vertices: radius > 1 ? byKind(far, graph) : [], isFaded: true),
    ]
    return draw(
      survey, middle: middle, rings.filter { !$0.vertices.isEmpty },
      heading: Phrase(name.name(in: .en), zh: name.name(in: .zh)),
      note: Phrase(
        "\(loss.ties) partners; ringed: would be cut off without it", zh: "伙伴 \(loss.ties) 家；粗圈：失去它即失联"),
      sentences: sentences, language, theme, marked: gone)
  }

  // MARK: - Parts

  private static func best(_ vertices: Set<Int>, _ most: Int, _ rows: Rows) -> [Int] {
    Array(rows.byFallingDegree(vertices).prefix(most))
  }

  private static func byKind(_ vertices: some Sequence<Int>, _ graph: NetworkGraph) -> [Int] {
    vertices.sorted { (graph.actor($0).kind, $0) < (graph.actor($1).kind, $1) }
  }

  private static func outsiders(of inside: Set<Int>, _ graph: NetworkGraph) -> (shown: [Int], count: Int) {
    graph.matrix.withRows { rows in
      let all = Set(inside.flatMap { rows[$0].map { Int($0) } }).subtracting(inside)
      return (byKind(best(all, mostOutside, rows), graph), all.count)
    }
  }

  private static func draw(
    _ survey: GapSurvey, middle: Int, _ rings: [Ring], heading: Phrase, note: Phrase, sentences: [String],
    _ language: Language, _ theme: ThemeName, marked: Set<Int> = []
  ) -> Picture {
    let (graph, network) = (survey.graph, survey.graph.network)
    var sheet = Sheet(theme: Theme(theme), language: language)
    var names: [Int: String] = [:]
    var faded = Set<Int>()
    func place(_ vertex: Int, at point: Point, size: Double, isFaded: Bool) {
      let actor = graph.actor(vertex)
      let label = TextSize.wrapped(actor.shortName(in: language), size: 10.5, limit: 104).prefix(2)
      names[vertex] = sheet.symbol(
        network.profile.kind(actor.kind), label: Array(label), tooltip: actor.name(in: language), at: point,
        profile: network.profile,
        style: Sheet.SymbolStyle(size: size, isFaded: isFaded, isMarked: marked.contains(vertex)))
      if isFaded { faded.insert(vertex) }
    }
    place(middle, at: Point(x: 0, y: 0), size: 40, isFaded: false)
    var radius = 20.0
    for (number, ring) in rings.enumerated() {
      // Wide enough for all labels side by side, and clear of the ring before.
      let room = 112 * Double(ring.vertices.count) / (2 * Double.pi)
      radius = max(radius + 104, room)
      // Rings set out from different corners, so that spokes do not lie on each other.
      let turn = 0.55 * Double(number) + Double.pi / 2 + 0.3
      for (place_, vertex) in ring.vertices.enumerated() {
        let angle = turn + 2 * Double.pi * Double(place_) / Double(ring.vertices.count)
        place(
          vertex, at: Point(x: radius * cos(angle) * 1.12, y: radius * sin(angle) * 0.86), size: ring.isFaded ? 15 : 23,
          isFaded: ring.isFaded)
      }
    }
    graph.matrix.withRows { rows in
      for a in names.keys.sorted() {
        for b in rows[a] where Int(b) > a {
          guard let one = names[a], let other = names[Int(b)] else { continue }
          let isFaint = faded.contains(a) || faded.contains(Int(b))
          // Ties among outsiders say nothing here.
          if faded.contains(a), faded.contains(Int(b)) { continue }
          sheet.line(
            from: one, to: other,
            style: Sheet.LineStyle(width: isFaint ? 0.7 : 1.6, isDashed: isFaint))
        }
      }
    }
    sheet.frame(
      network, heading: heading, note: note, kinds: network.kinds(of: names.keys.sorted().map { graph.actors[$0] }),
      sentences: sentences)
    return sheet.picture()
  }
}
