import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork

/// One actor or consortium in the middle of those around it, ring by ring.
public enum RingDrawing {
  /// Those who stand as far from the middle as each other.
  private struct Ring {
    let vertices: [Int]
    var isFaded = false
    var name: Phrase?
  }

  /// How the symbols of some vertices are ringed, and what that means.
  private struct Marks {
    var rings: [Int: Canvas.Stroke] = [:]
    var keys: [Sheet.Key] = []
  }

  /// Of outsiders so many are shown, the best tied.
  private static let mostOutside = 24
  private static let mostNear = 40

  /// A consortium: its leader in the middle, core, members and observers around it by kind, then partners outside, faded.
  ///
  /// - Parameter consortium: an index of the network.
  public static func picture(
    ofConsortium consortium: Int, in analysis: Analysis, style: PictureStyle
  ) throws -> Picture {
    let (graph, network) = (analysis.graph, analysis.graph.network)
    let entry = network.consortia[consortium]
    var roles: [Int: MemberRole] = [:]
    for member in network.members where member.consortium == consortium {
      guard let vertex = graph.vertex[member.actor] else { continue }
      roles[vertex] = member.role ?? roles[vertex] ?? .member
    }
    if let leader = entry.leader.flatMap({ graph.vertex[$0] }) { roles[leader] = .leader }
    func members(_ role: MemberRole) -> [Int] { byKind(roles.keys.filter { roles[$0] == role }, graph) }
    let leaders = members(.leader)
    guard let middle = leaders.first ?? roles.keys.min() else { throw noMembers }
    let outside = outsiders(of: Set(roles.keys), analysis)
    let rings = [
      Ring(
        vertices: Array(leaders.dropFirst()) + members(.core).filter { $0 != middle }, name: Phrase("core", zh: "核心")),
      Ring(vertices: members(.member).filter { $0 != middle }, name: Phrase("members", zh: "成员")),
      Ring(vertices: members(.observer).filter { $0 != middle }, name: Phrase("observers", zh: "观察员")),
      Ring(vertices: outside.shown, isFaded: true, name: Phrase("partners outside", zh: "外部伙伴")),
    ]
    let left = outside.count - outside.shown.count
    let count = roles.count
    var notes = [
      Phrase(count.counted("member"), zh: "成员 \(count) 家"),
      leaders.isEmpty
        ? Phrase("no leader is stated", zh: "未注明牵头单位")
        : Phrase("the leader in the middle", zh: "中心为牵头单位"),
    ]
    if !outside.shown.isEmpty {
      notes.append(
        Phrase(
          "pale: partners outside" + (left > 0 ? " (\(left) more not shown)" : ""),
          zh: "淡色：外部伙伴" + (left > 0 ? "（另有 \(left) 家未画出）" : "")))
    }
    let theme = Theme(style.theme, for: network)
    let looks: [(MemberRole, Canvas.Stroke, Phrase)] = [
      (.leader, Canvas.Stroke(color: theme.text, width: 3.6), Phrase("leader", zh: "牵头单位")),
      (.core, Canvas.Stroke(color: theme.text, width: 1.8), Phrase("core member", zh: "核心成员")),
      (.member, Canvas.Stroke(color: theme.ghost, width: 0.8), Phrase("member", zh: "成员")),
      (.observer, Canvas.Stroke(color: theme.text, width: 1.2, isDashed: true), Phrase("observer", zh: "观察员")),
    ]
    var marks = Marks()
    for (role, stroke, label) in looks {
      let own = members(role)
      for vertex in own { marks.rings[vertex] = stroke }
      if !own.isEmpty { marks.keys.append(Sheet.Key(.ring(stroke), label)) }
    }
    return try draw(
      analysis, middle: middle, rings.filter { !$0.vertices.isEmpty },
      heading: Phrase(entry.name(in: .en), zh: entry.name(in: .zh)), notes: notes, sentences: [], style, marks)
  }

  private static let noMembers = UnknownWord(
    Phrase("the consortium has no members here.", zh: "该联合体在所选范围内没有成员。"))

  /// An actor, its partners by kind, and, at radius 2, theirs; those who would be cut off without it are ringed.
  ///
  /// - Parameter actor: an index of the network.
  public static func picture(
    ofActor actor: Int, radius: Int, in analysis: Analysis, style: PictureStyle
  ) throws -> Picture {
    let (graph, network) = (analysis.graph, analysis.graph.network)
    guard let middle = graph.vertex[actor] else {
      throw UnknownWord(Phrase("the actor is not part of what was selected.", zh: "该主体不在所选范围内。"))
    }
    let (near, far) = analysis.partners.withRows { rows -> ([Int], [Int]) in
      let near = Set(rows[middle].map { Int($0) })
      let far = Set(near.flatMap { rows[$0].map { Int($0) } }).subtracting(near).subtracting([middle])
      return (best(near, mostNear, rows), best(far, mostOutside, rows))
    }
    let loss = analysis.dependence(of: middle)
    let name = network.actors[actor]
    // Where ties are not assessed, it is no finding who depends on whom.
    let isAssessed = !analysis.notAssessed.contains(.ties) && !style.isPlain
    let gone = isAssessed ? analysis.cutOff(without: actor) : []
    let sentence =
      loss.cutOff > 0
      ? Phrase(
        "Without \(name.shortName(in: .en)), \(loss.cutOff.counted("other actor")) would be cut off"
          + (loss.stranded > 0 ? ", \(loss.stranded) of them without any partner." : "."),
        zh: "一旦失去\(name.shortName(in: .zh).setInChinese)，".setTight + "\(loss.cutOff) 家单位将与其余单位断开"
          + (loss.stranded > 0 ? "，其中 \(loss.stranded) 家将失去唯一的伙伴。" : "。"))
      : Phrase(
        "Without \(name.shortName(in: .en)) the others are still connected.",
        zh: "失去\(name.shortName(in: .zh).setInChinese)后，其余单位仍然相连。")
    var sentences = isAssessed ? [sentence] : []
    if let chain = loss.chain {
      let points = Figure.index(loss.indexLoss).text
      sentences.append(
        Phrase(
          "The index of \(network.chains[chain].name(in: .en)) would fall by \(points).",
          zh: "\(network.chains[chain].titled.zh)指数将下降 \(points)。"))
    }
    let rings = [
      Ring(vertices: byKind(near, graph)), Ring(vertices: radius > 1 ? byKind(far, graph) : [], isFaded: true),
    ]
    var marks = Marks()
    let alarm = Canvas.Stroke(color: Theme(style.theme, for: network).alarm, width: 3)
    for vertex in gone { marks.rings[vertex] = alarm }
    if gone.contains(where: { near.contains($0) || radius > 1 && far.contains($0) }) {
      marks.keys.append(
        Sheet.Key(.ring(alarm), Phrase("would be cut off without it", zh: "粗圈：失去它后将与其余单位断开")))
    }
    let count = analysis.partners.withRows { $0.degree(middle) }
    var notes = [Phrase(count.counted("partner"), zh: "伙伴 \(count) 家")]
    if near.count < count {
      notes.append(Phrase("the \(near.count) with most ties are shown", zh: "绘出联系最多的 \(near.count) 家"))
    }
    if radius > 1, !far.isEmpty { notes.append(Phrase("pale: partners of partners", zh: "淡色：伙伴的伙伴")) }
    return try draw(
      analysis, middle: middle, rings.filter { !$0.vertices.isEmpty },
      heading: Phrase(
        "around \(name.shortName(in: .en))", zh: "以\(name.shortName(in: .zh).setInChinese)为中心"), notes: notes,
      sentences: sentences, style, marks)
  }

  // MARK: - Parts

  private static func best(_ vertices: Set<Int>, _ most: Int, _ rows: Rows) -> [Int] {
    Array(rows.byFallingDegree(vertices).prefix(most))
  }

  private static func byKind(_ vertices: some Sequence<Int>, _ graph: NetworkGraph) -> [Int] {
    vertices.sorted { (graph.actor($0).kind, $0) < (graph.actor($1).kind, $1) }
  }

  private static func outsiders(of inside: Set<Int>, _ analysis: Analysis) -> (shown: [Int], count: Int) {
    analysis.partners.withRows { rows in
      let all = Set(inside.flatMap { rows[$0].map { Int($0) } }).subtracting(inside)
      return (byKind(best(all, mostOutside, rows), analysis.graph), all.count)
    }
  }

  private static func draw(
    _ analysis: Analysis, middle: Int, _ rings: [Ring], heading: Phrase, notes: [Phrase],
    sentences: [Phrase], _ style: PictureStyle, _ marks: Marks
  ) throws -> Picture {
    let (graph, network) = (analysis.graph, analysis.graph.network)
    var sheet = try Sheet(of: analysis, style)
    let faded = Set(rings.filter(\.isFaded).flatMap(\.vertices))
    let shown = [middle] + rings.flatMap(\.vertices)
    func size(_ vertex: Int) -> Double { vertex == middle ? 38 : faded.contains(vertex) ? 15 : 23 }
    // The one in the middle is what the picture is about; those who stand back come last.
    let named = style.named(
      analysis.partners.withRows { rows in
        [middle] + rows.byFallingDegree(shown.dropFirst().filter { !faded.contains($0) }) + rows.byFallingDegree(faded)
      })
    func label(_ vertex: Int) -> [String] {
      named.contains(vertex)
        ? style.lines({ graph.actor(vertex).shortName(in: $0) }, size: 10, limit: 104, lines: 2) : []
    }
    let boxes = shown.map { vertex in
      let lines = label(vertex)
      return (
        width: max(size(vertex), lines.reduce(0) { max($0, style.letters.width($1, size: 10)) }) + 4,
        height: size(vertex) + Double(lines.count) * TextSize.height(10) + 4
      )
    }
    let orbits = orbits(rings)
    var places = [Point(x: 0, y: 0)]
    for (number, ring) in rings.enumerated() {
      let count = ring.vertices.count
      // Rings set out from different corners, so that spokes do not lie on each other.
      let turn = turn(number)
      for place in 0..<count {
        let angle = turn + Double(place) / Double(count)
        places.append(point(at: angle, orbit: orbits[number]))
      }
    }
    places = BoxParting.parted(places, boxes, gap: 5)
    for (number, ring) in rings.enumerated() {
      guard let name = ring.name else { continue }
      let steps = 72
      let outline = (0..<steps).map { step in
        point(at: Double(step) / Double(steps), orbit: orbits[number])
      }
      sheet.area(outline, fill: sheet.theme.ghost + "0A", edge: sheet.theme.ghost + "60")
      // Between two symbols of the ring, the gap that is nearest to its top.
      let step = 1 / Double(ring.vertices.count)
      let gap = ((0.25 - turn(number)) / step - 0.5).rounded()
      let angle = turn(number) + step * (gap + 0.5)
      sheet.text(
        style.words(name), size: 9.5, color: sheet.theme.faint, bold: true,
        at: point(at: angle, orbit: orbits[number]))
    }
    var parts: [Int: Int] = [:]
    for (index, vertex) in shown.enumerated() {
      let actor = graph.actor(vertex)
      let top = places[index].y + boxes[index].height / 2 - 2
      parts[vertex] = sheet.symbol(
        network.profile.kind(actor.kind), of: graph.actors[vertex],
        at: Point(x: places[index].x, y: top - size(vertex) / 2),
        tooltip: style.each { actor.name(in: $0) }.joined(separator: " "),
        style: Sheet.SymbolStyle(size: size(vertex), isFaded: faded.contains(vertex), ring: marks.rings[vertex]))
    }
    for (index, vertex) in shown.enumerated() {
      let top = places[index].y + boxes[index].height / 2 - 2 - size(vertex) - 1
      sheet.label(
        label(vertex), size: 10, under: Point(x: places[index].x, y: top),
        color: faded.contains(vertex) ? sheet.theme.faint : nil)
    }
    var ties: [Sheet.Tie] = []
    analysis.partners.withRows { rows in
      for a in shown.sorted() {
        for entry in rows.entries(a) where rows.column(entry) > a {
          let b = rows.column(entry)
          guard let one = parts[a], let other = parts[b] else { continue }
          let isFaint = faded.contains(a) || faded.contains(b)
          // Ties among outsiders say nothing here.
          if faded.contains(a), faded.contains(b) { continue }
          guard sheet.draws(rows.weight(entry)) else { continue }
          ties.append(
            Sheet.Tie(
              from: one, to: other,
              stroke: Canvas.Stroke(color: sheet.theme.tie, width: isFaint ? 0.7 : 1.6, isDashed: isFaint)))
        }
      }
    }
    sheet.add(ties)
    return sheet.framed(
      heading: heading, notes: notes, keys: sheet.keys(of: shown.sorted().map { graph.actors[$0] }) + marks.keys,
      findings: Sheet.Findings(sentences: sentences))
  }

  /// Where a ring sets out, in turns.
  private static func turn(_ number: Int) -> Double { 0.04 + 0.11 * Double(number) }

  /// The place of a ring after some turns from its right end.
  private static func point(at turns: Double, orbit: Double) -> Point {
    let direction = Direction(turns: turns)
    return Point(x: orbit * wide * direction.x, y: orbit * direction.y)
  }

  /// How much wider than high rings are: as labels and pages are.
  private static let wide = 1.55

  /// Half the height of each ring: wide enough for its labels side by side, and clear of the ring before.
  private static func orbits(_ rings: [Ring]) -> [Double] {
    var radius = 16.0
    return rings.map { ring in
      // The way around an ellipse is about π · the sum of its half axes.
      let room = 104 * Double(ring.vertices.count) / (Double.pi * (1 + wide))
      radius = max(radius + 80, room)
      return radius
    }
  }
}

extension View {
  public static let consortium = View(
    "consortium", "one consortium: the leader in the middle, members by role and kind, partners outside faded",
    takes: .ofNetworks.union([.consortium])
  ) { analysis, wishes in
    try RingDrawing.picture(
      ofConsortium: analysis.graph.network.consortium(called: wishes.consortium), in: analysis, style: wishes.style)
  }

  public static let ego = View(
    "ego", "one actor, its partners, and who would be cut off without it",
    takes: .ofNetworks.union([.actor, .radius]), needs: [.actor]
  ) { analysis, wishes in
    try RingDrawing.picture(
      ofActor: analysis.graph.network.actor(called: wishes.actor ?? ""), radius: wishes.radius, in: analysis,
      style: wishes.style)
  }
}
