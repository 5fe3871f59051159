import KesiCluster

/// The places of everything on a map, in points. Two passes of Graphviz: one that brings tied actors and groups
/// together, then, once the drawing has been turned and stretched to the shape of a page, one that parts what overlaps.
/// Each symbol counts with its label, so that no label lies on another.
struct MapLayout {
  /// The middle of the box of each symbol and its label, by vertex.
  private(set) var symbols: [Point]
  private(set) var ghosts: [Point]
  private(set) var groupNames: [Point]
  /// Where the actors without ties or groups stand; nil where there are none.
  private(set) var isolatedRow: Bounds?

  /// Width by height of the map: with title and legend it fills a page on its side.
  private static let aspect = 1.9
  /// From here on the engine for large graphs lays out.
  private static let large = 500
  /// How wide or high a large map may be, in points: words on it stay legible.
  private static let widest = 2600.0
  static let groupNameSize = 13.0
  private static let spacing = 5.0
  private static let expulsions = 6

  /// Whether each symbol's label is drawn: where there are many, only those that lie on no other.
  private(set) var showsLabel: [Bool]

  /// Of a large network: by forces, labels where there is room.
  init(large scene: MapScene, in survey: GapSurvey, seed: Int) throws {
    let found = try MapDrawing.places(of: survey, seed: seed)
    let bounds = Bounds(found)
    let scale = min(1, Self.widest / max(bounds.width, bounds.height, 1))
    symbols = found.map { Point(x: scale * $0.x, y: scale * $0.y) }
    let boxes = Boxes(of: scene)
    ghosts = scene.ghosts.map { _ in Point(x: 0, y: 0) }
    groupNames = scene.groups.map { _ in Point(x: 0, y: 0) }
    isolatedRow = nil
    showsLabel = [Bool](repeating: false, count: symbols.count)
    var taken: [(place: Point, size: (width: Double, height: Double))] = []
    for vertex in scene.symbols.indices.sorted(by: { scene.symbols[$0].size > scene.symbols[$1].size }) {
      guard scene.symbols[vertex].label.width > 0 else { continue }
      let (place, size) = (symbols[vertex], boxes.sizes[vertex])
      let isFree = taken.allSatisfy { other in
        abs(other.place.x - place.x) > (other.size.width + size.width) / 2
          || abs(other.place.y - place.y) > (other.size.height + size.height) / 2
      }
      guard isFree else { continue }
      showsLabel[vertex] = true
      taken.append((place, size))
    }
  }

  init(of scene: MapScene, seed: Int) throws {
    showsLabel = [Bool](repeating: true, count: scene.symbols.count)
    let boxes = Boxes(of: scene)
    var isJoined = Set(scene.groups.flatMap(\.vertices))
    for tie in scene.ties { isJoined.formUnion([tie.source, tie.target]) }
    let isolated = scene.symbols.indices.filter { !isJoined.contains($0) }
    var places = try Self.attract(scene, boxes, apart: Set(isolated), seed: seed)
    Self.shape(&places)
    Self.placeGroupNames(&places, scene, boxes)
    Self.placeRow(isolated, &places, boxes)
    places = try Self.part(places, boxes)
    // What an outline took in that does not belong to it moves out, and what it then overlaps gives way.
    for _ in 0..<Self.expulsions where Self.expel(from: scene, &places, boxes) { places = try Self.part(places, boxes) }
    isolatedRow = isolated.isEmpty ? nil : Bounds(isolated.map { places[$0] })
    symbols = Array(places[..<scene.symbols.count])
    ghosts = Array(places[scene.symbols.count..<scene.symbols.count + scene.ghosts.count])
    groupNames = Array(places[(scene.symbols.count + scene.ghosts.count)...])
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
          (TextSize.width($0.name, size: MapLayout.groupNameSize) + 8, MapLayout.groupNameSize * 1.6)
        }
    }
  }

  /// Ties and shared groups pull; the names of groups serve as their middle.
  private static func attract(
    _ scene: MapScene, _ boxes: Boxes, apart: Set<Int>, seed: Int
  ) throws -> [Point] {
    var graph = DOTGraph()
    let isLarge = boxes.sizes.count > large
    graph.set(["start": String(seed), "overlap": "true", "K": "1.1", "maxiter": isLarge ? "300" : "600"])
    graph.setDefault("node", ["shape": "box", "fixedsize": "true", "label": "", "width": "0.5", "height": "0.5"])
    for index in boxes.sizes.indices where !apart.contains(index) { graph.node("\(index)", [:]) }
    for tie in scene.ties {
      let room = (boxes.sizes[tie.source].width + boxes.sizes[tie.target].width) / 2 / 72
      graph.edge("\(tie.source)", "\(tie.target)", ["len": DOT.number(max(1.3, room * 1.1)), "weight": "1"])
    }
    for (index, group) in scene.groups.enumerated() {
      let reach = 0.55 + 0.16 * Double(group.vertices.count)
      for vertex in group.vertices {
        graph.edge("\(boxes.firstName + index)", "\(vertex)", ["len": DOT.number(reach), "weight": "4"])
      }
    }
    for (index, ghost) in scene.ghosts.enumerated() {
      graph.edge("\(boxes.firstGhost + index)", "\(ghost.beside)", ["len": "1.1"])
    }
    return try positions(graph, engine: isLarge ? "sfdp" : "neato", count: boxes.sizes.count)
  }

  /// Turns the longest direction level, then stretches the shorter one, up to twice, toward the shape of a page.
  private static func shape(_ places: inout [Point]) {
    guard places.count > 2 else { return }
    let count = Double(places.count)
    let center = Point(x: places.reduce(0) { $0 + $1.x } / count, y: places.reduce(0) { $0 + $1.y } / count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for place in places {
      let (x, y) = (place.x - center.x, place.y - center.y)
      xx += x * x
      yy += y * y
      xy += x * y
    }
    // The direction (c, s) of the greater eigenvector of the covariance, without trigonometry.
    let spread = ((xx - yy) * (xx - yy) + 4 * xy * xy).squareRoot()
    guard spread > 0 else { return }
    let c = max(0, (1 + (xx - yy) / spread) / 2).squareRoot()
    let s = max(0, (1 - (xx - yy) / spread) / 2).squareRoot() * (xy < 0 ? -1 : 1)
    for index in places.indices {
      let (x, y) = (places[index].x - center.x, places[index].y - center.y)
      places[index] = Point(x: c * x + s * y, y: c * y - s * x)
    }
    let bounds = Bounds(places)
    guard bounds.height > 0, bounds.width > 0 else { return }
    let ratio = bounds.width / bounds.height
    let stretch = min(2, max(ratio / aspect, aspect / ratio))
    for index in places.indices {
      if ratio > aspect { places[index].y *= stretch } else { places[index].x *= stretch }
    }
  }

  /// The name of a group stands above the highest of its members.
  private static func placeGroupNames(_ places: inout [Point], _ scene: MapScene, _ boxes: Boxes) {
    for (index, group) in scene.groups.enumerated() {
      let members = group.vertices.map { places[$0] }
      let top = group.vertices.map { places[$0].y + boxes.sizes[$0].height / 2 }.max()!
      let middle = members.reduce(0) { $0 + $1.x } / Double(members.count)
      places[boxes.firstName + index] = Point(x: middle, y: top + 12)
    }
  }

  /// Actors without ties or groups stand in rows under the map.
  private static func placeRow(_ isolated: [Int], _ places: inout [Point], _ boxes: Boxes) {
    guard !isolated.isEmpty else { return }
    let apart = Set(isolated)
    let others = places.indices.filter { !apart.contains($0) }
    let bounds = Bounds(others.map { places[$0] })
    var (x, y) = (bounds.left, bounds.bottom - 76)
    for vertex in isolated {
      let width = boxes.sizes[vertex].width + 14
      if x + width > max(bounds.right, bounds.left + 400), x > bounds.left { (x, y) = (bounds.left, y - 60) }
      places[vertex] = Point(x: x + width / 2, y: y)
      x += width
    }
  }

  /// Moves symbols and ghosts that lie in the outline of a group they do not belong to across its nearest side.
  ///
  /// - Returns: whether anything moved.
  private static func expel(from scene: MapScene, _ places: inout [Point], _ boxes: Boxes) -> Bool {
    var hasMoved = false
    for (index, group) in scene.groups.enumerated() {
      let name = boxes.firstName + index
      let members = group.vertices + [name]
      let outline = Hull.convex(members.flatMap { Hull.corners(of: places[$0], boxes.sizes[$0], margin: 14) })
      let inside = Set(members)
      for other in 0..<boxes.firstName where !inside.contains(other) {
        let reach = boxes.sizes[other].height / 2 + 6
        guard let step = Hull.wayOut(of: outline, from: places[other], reach: reach) else { continue }
        places[other].x += step.x
        places[other].y += step.y
        hasMoved = true
      }
    }
    return hasMoved
  }

  private static func part(_ places: [Point], _ boxes: Boxes) throws -> [Point] {
    var graph = DOTGraph()
    graph.set(["overlap": "prism", "overlap_scaling": "0", "sep": "+\(DOT.number(spacing))", "inputscale": "72"])
    graph.setDefault("node", ["shape": "box", "fixedsize": "true", "label": ""])
    for (index, size) in boxes.sizes.enumerated() {
      graph.node(
        "\(index)",
        ["pos": DOT.point(places[index]), "width": DOT.number(size.width / 72), "height": DOT.number(size.height / 72)])
    }
    return try positions(graph, engine: "nop1", count: places.count)
  }

  /// Runs an engine and reads the places of nodes named 0, 1, 2 … from Graphviz's `plain` format, in points.
  private static func positions(_ graph: DOTGraph, engine: String, count: Int) throws -> [Point] {
    let plain = try Graphviz.render(graph.text, engine: engine, format: "plain")
    var places = [Point](repeating: Point(x: 0, y: 0), count: count)
    for line in String(decoding: plain, as: UTF8.self).split(separator: "\n") where line.hasPrefix("node ") {
      let fields = line.split(separator: " ")
      let name = fields[1].filter { $0 != "\"" }
      if let index = Int(name), let x = Double(fields[2]), let y = Double(fields[3]) {
        places[index] = Point(x: x * 72, y: y * 72)
      }
    }
    return places
  }
}

/// The least rectangle around points.
struct Bounds {
  private(set) var left = Double.infinity
  private(set) var right = -Double.infinity
  private(set) var bottom = Double.infinity
  private(set) var top = -Double.infinity

  var width: Double { max(0, right - left) }
  var height: Double { max(0, top - bottom) }

  init(_ points: some Sequence<Point>) {
    for point in points { add(point, width: 0, height: 0) }
  }

  mutating func add(_ middle: Point, width: Double, height: Double) {
    left = min(left, middle.x - width / 2)
    right = max(right, middle.x + width / 2)
    bottom = min(bottom, middle.y - height / 2)
    top = max(top, middle.y + height / 2)
  }
}
