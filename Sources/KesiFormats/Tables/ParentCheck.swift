import KesiNetwork

extension NetworkReader {
  /// Looks at of whom actors are said to be a part: a name becomes the id that it means, and what leads nowhere, or back to
  /// where it came from, is said.
  func checkParents() {
    guard !rowsWithParents.isEmpty else { return }
    let file = references.name(of: .actors)
    var above: [Int: Int] = [:]
    func say(_ severity: Problem.Severity, _ number: Int, _ message: Phrase) {
      log.add(Problem(severity, ActorColumns.parent.head.place(in: file, row: number), message))
    }
    for (actor, number) in rowsWithParents {
      guard let word = network.actors[actor].parent else { continue }
      switch references.actors.match(word) {
      case .row(actor):
        network.actors[actor].parent = nil
        say(
          .warning, number,
          Phrase(
            "“\(word.shortened)” is the actor itself, so it counts as a part of none. Name another, or leave it empty.",
            zh: "“\(word.shortened)”就是该主体自身，按没有上级处理。请改填其他单位，或留空。"))
      case .row(let parent):
        network.actors[actor].parent = network.actors[parent].id
        above[actor] = parent
      case .several:
        say(
          .warning, number,
          Phrase(
            "“\(word.shortened)” is the name of several rows of \(file), so none of them is meant. Write the id of one.",
            zh: "\(file) 中有多行名称为“\(word.shortened)”，无法确定所指。请改填编号。"))
      case .none:
        // Parts of one whole count as one, also where the whole has no row of its own.
        let near = references.actors.nearest(to: word)
        let hint = near.map { (" Did you mean “\($0)”?", "是否应为“\($0)”？") } ?? ("", "")
        say(
          .notice, number,
          Phrase(
            "“\(word.shortened)” is not in \(file).\(hint.0) Add it there, or correct this cell; if it is not to be in the network, leave it so.",
            zh: "\(file) 中没有“\(word.shortened)”。\(hint.1)请补上或改正；如该单位不属于本网络，可不处理。"))
      }
    }
    for ring in Self.rings(above) {
      guard let first = ring.first, let number = rowsWithParents.first(where: { $0.actor == first })?.number else {
        continue
      }
      let ids = (ring + [first]).map { network.actors[$0].id.shortened }
      say(
        .warning, number,
        Phrase(
          "is a ring: \(ids.joined(separator: " → ")). Each is a part of the next, and the last of the first; all of them count as one. Correct one.",
          zh: "上级单位循环：\(ids.joined(separator: " → "))，目前按同一家处理。请改正其中一处。"))
    }
  }

  /// The rings into which what is above each leads, each once, beginning with its first actor.
  private static func rings(_ above: [Int: Int]) -> [[Int]] {
    var rings: [[Int]] = []
    var seen = Set<Int>()
    for start in above.keys.sorted() where !seen.contains(start) {
      var path: [Int] = []
      var next: Int? = start
      while let actor = next, seen.insert(actor).inserted {
        path.append(actor)
        next = above[actor]
      }
      guard let end = next, let first = path.firstIndex(of: end) else { continue }
      let ring = Array(path[first...])
      let least = ring.indices.min { ring[$0] < ring[$1] } ?? 0
      rings.append(Array(ring[least...] + ring[..<least]))
    }
    return rings
  }
}
