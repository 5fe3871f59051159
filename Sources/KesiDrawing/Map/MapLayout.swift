import KesiCluster
import KesiMatrix

/// The places of everything on a map, in points. What hangs together is laid out by itself, turned and stretched toward
/// the shape of a page, and parted where it overlaps; then the pieces are packed side by side, actors without ties in a
/// block of their own. Each symbol counts with its label, so that no label lies on another.
struct MapLayout {
  /// The middle of the box of each symbol and its label, by vertex.
  private(set) var symbols: [Point]
  private(set) var ghosts: [Point]
  private(set) var groupNames: [Point]
  /// Where the actors without ties or groups stand, and how many they are; nil where there are none.
  private(set) var isolated: (bounds: Bounds, count: Int)?
  /// On a large map the middle of each label that has room, and the discs of its regions; nil where all labels stand under
  /// their symbols.
  private(set) var large: (labels: [Point?], discs: [RegionLayout.Disc])?

  /// Width by height of the map: with title and legend it fills a page on its side.
  static let groupNameSize = 13.0
  private static let spacing = 5.0
  private static let apart = 30.0
  private static let expulsions = 6

  /// Of a large network: by regions, labels where there is room.
  init(large scene: MapScene, _ parts: LargeParts, _ style: PictureStyle, seed: Int, on parallel: Parallel) throws {
    let found = try RegionLayout(
      of: parts.regions, ties: scene.ties.filter(\.isBackbone).map { ($0.source, $0.target) },
      sizes: scene.symbols.map(\.size), counts: parts.counts,
      names: parts.regions.all.map { RegionDrawing.width(of: $0, style) }, seed: seed, on: parallel)
    symbols = found.places
    ghosts = []
    groupNames = []
    isolated = found.isolated
    let order = scene.symbols.indices.filter { !scene.symbols[$0].label.lines.isEmpty }.sorted {
      (scene.symbols[$1].size, $0) < (scene.symbols[$0].size, $1)
    }
    let labels = LabelPlacing(
      of: order, at: symbols, sizes: scene.symbols.map { ($0.size, $0.label.width + 2, $0.label.height) },
      avoiding: RegionDrawing.nameBoxes(parts, found.discs, style), isAll: style.labels != .usual)
    large = (labels.places, found.discs)
  }

  init(of scene: MapScene, seed: Int) {
    large = nil
    let boxes = Boxes(of: scene)
    let pieces = Self.pieces(of: scene, boxes)
    var places = [Point](repeating: Point(x: 0, y: 0), count: boxes.sizes.count)
    for piece in pieces where piece.count > 1 {
      Self.lay(piece, of: scene, boxes, seed: seed, into: &places)
    }
    let single = pieces.filter { $0.count == 1 }.joined().sorted()
    Self.pack(pieces.filter { $0.count > 1 }, boxes, &places)
    isolated = Self.placeBlock(Array(single), &places, boxes)
    symbols = Array(places[..<boxes.firstGhost])
    ghosts = Array(places[boxes.firstGhost..<boxes.firstName])
    groupNames = Array(places[boxes.firstName...])
  }

  /// Everything that takes room, in one list: symbols with labels, ghosts, names of groups.
  private struct Boxes {
    let sizes: [(width: Double, height: Double)]
    let firstGhost: Int
    let firstName: Int

    init(of scene: MapScene) {
      firstGhost = scene.symbols.count
      firstName = firstGhost + scene.ghosts.count
      sizes =
        scene.symbols.map { (max($0.size, $0.label.width) + 6, $0.size + $0.label.height + 6) }
        + scene.ghosts.map {
          (max(MapDrawing.ghostSize, $0.label.width) + 6, MapDrawing.ghostSize + $0.label.height + 6)
        }
        + scene.groups.map {
          (scene.letters.width($0.name, size: MapLayout.groupNameSize) * 1.08 + 8, MapLayout.groupNameSize * 1.6)
        }
    }
  }

  /// What hangs together by ties, groups and ghosts, the largest first.
  private static func pieces(of scene: MapScene, _ boxes: Boxes) -> [[Int]] {
    let sets = DisjointSets(count: boxes.sizes.count)
    for tie in scene.ties { sets.join(tie.source, tie.target) }
    for (a, b) in scene.proposed { sets.join(a, b) }
    for (index, group) in scene.groups.enumerated() {
      for vertex in group.vertices { sets.join(boxes.firstName + index, vertex) }
    }
    for (index, ghost) in scene.ghosts.enumerated() { sets.join(boxes.firstGhost + index, ghost.beside) }
    let pieces = Dictionary(grouping: boxes.sizes.indices) { sets.least(with: $0) }
    return pieces.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
  }

  /// One piece around 0: ties and shared groups pull; the names of groups serve as their middle.
  private static func lay(
    _ piece: [Int], of scene: MapScene, _ boxes: Boxes, seed: Int, into places: inout [Point]
  ) {
    var number: [Int: Int] = [:]
    for (place, index) in piece.enumerated() { number[index] = place }
    var links: [StressLayout.Link] = []
    func link(_ a: Int, _ b: Int, _ length: Double) {
      guard let a = number[a], let b = number[b] else { return }
      links.append(StressLayout.Link(a: a, b: b, length: length))
    }
    for tie in scene.ties {
      let room = (boxes.sizes[tie.source].width + boxes.sizes[tie.target].width) / 2
      link(tie.source, tie.target, max(84, room * 1.1))
    }
    for (a, b) in scene.proposed { link(a, b, 170) }
    let groups = scene.groups.indices.filter { number[boxes.firstName + $0] != nil }
    for index in groups {
      let reach = 46 + 13 * Double(scene.groups[index].vertices.count).squareRoot()
      for vertex in scene.groups[index].vertices { link(boxes.firstName + index, vertex, reach) }
    }
    for (index, ghost) in scene.ghosts.enumerated() { link(boxes.firstGhost + index, ghost.beside, 80) }
    var local = StressLayout.places(count: piece.count, links: links, seed: UInt64(seed))
    PageShape.fit(&local)
    for (place, index) in piece.enumerated() { places[index] = local[place] }
    for index in groups {
      // The name of a group stands above the highest of its members.
      let tops = scene.groups[index].vertices.map { (y: places[$0].y + boxes.sizes[$0].height / 2, x: places[$0].x) }
      guard let highest = tops.max(by: { ($0.y, $0.x) < ($1.y, $1.x) }) else { continue }
      places[boxes.firstName + index] = Point(x: highest.x, y: highest.y + 12)
    }
    let sizes = piece.map { boxes.sizes[$0] }
    func part() {
      let parted = BoxParting.parted(piece.map { places[$0] }, sizes, gap: spacing)
      for (place, index) in piece.enumerated() { places[index] = parted[place] }
    }
    part()
    // What an outline took in that does not belong to it moves out, and what it then overlaps gives way.
    for _ in 0..<expulsions where expel(piece, groups, of: scene, &places, boxes) { part() }
  }

  /// The pieces side by side, the largest in the upper left corner.
  private static func pack(_ pieces: [[Int]], _ boxes: Boxes, _ places: inout [Point]) {
    let frames = pieces.map { piece -> Bounds in
      var frame = Bounds()
      for index in piece {
        frame.add(places[index], width: boxes.sizes[index].width, height: boxes.sizes[index].height)
      }
      return frame
    }
    let corners = Packing.places(of: frames.map { ($0.width, $0.height) }, aspect: PageShape.aspect, gap: apart)
    for (number, piece) in pieces.enumerated() {
      for index in piece {
        places[index].x += corners[number].x - frames[number].left
        places[index].y += corners[number].y - frames[number].top
      }
    }
  }

  /// Actors without ties or groups stand in a block under the map.
  private static func placeBlock(
    _ single: [Int], _ places: inout [Point], _ boxes: Boxes
  ) -> (bounds: Bounds, count: Int)? {
    guard !single.isEmpty else { return nil }
    let apart = Set(single)
    var map = Bounds()
    for index in places.indices where !apart.contains(index) {
      map.add(places[index], width: boxes.sizes[index].width, height: boxes.sizes[index].height)
    }
    let cell = single.reduce((width: 0.0, height: 0.0)) {
      (max($0.width, boxes.sizes[$1].width + 8), max($0.height, boxes.sizes[$1].height + 8))
    }
    let square = (Double(single.count) * PageShape.aspect * cell.height / cell.width).squareRoot()
    let perRow = max(1, max(Int(map.width / cell.width), Int(square.rounded(.up))))
    let (left, top) = map.isEmpty ? (0, 0) : (map.left, map.bottom - 56)
    var bounds = Bounds()
    for (number, vertex) in single.enumerated() {
      // All symbols of a row at one height, whatever lines their labels have.
      let y = top - cell.height * Double(number / perRow) - boxes.sizes[vertex].height / 2
      places[vertex] = Point(x: left + cell.width * (Double(number % perRow) + 0.5), y: y)
      bounds.add(places[vertex], width: cell.width, height: boxes.sizes[vertex].height)
    }
    return (bounds, single.count)
  }

  /// Moves symbols and ghosts that lie in the outline of a group they do not belong to across its nearest side.
  ///
  /// - Returns: whether anything moved.
  private static func expel(
    _ piece: [Int], _ groups: [Int], of scene: MapScene, _ places: inout [Point], _ boxes: Boxes
  ) -> Bool {
    var hasMoved = false
    for index in groups {
      let members = scene.groups[index].vertices + [boxes.firstName + index]
      let outline = Hull.convex(members.flatMap { Hull.corners(of: places[$0], boxes.sizes[$0], margin: 14) })
      let inside = Set(members)
      let steps = piece.filter { $0 < boxes.firstName && !inside.contains($0) }.compactMap { other in
        Hull.wayOut(of: outline, from: places[other], reach: boxes.sizes[other].height / 2 + 6).map { (other, $0) }
      }
      // A group whose members stand all over the map is no place to move out of.
      guard 2 * steps.count <= members.count else { continue }
      for (other, step) in steps {
        places[other].x += step.x
        places[other].y += step.y
        hasMoved = true
      }
    }
    return hasMoved
  }
}
