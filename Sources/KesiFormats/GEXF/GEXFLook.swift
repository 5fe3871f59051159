import KesiNetwork

/// How nodes and edges look, in GEXF: columns `x`, `y`, `z`, `color`, `viz_size`, `shape`; `thickness` of edges.
enum GEXFLook {
  static let size = "viz_size"

  /// Takes an element of the namespace `viz`.
  static func read(
    _ name: XMLName, _ attributes: XMLAttributes, into graph: inout GraphTables,
    _ table: WritableKeyPath<GraphTables, GraphTable>
  ) throws {
    func set(_ title: String, _ value: UnsafeBufferPointer<UInt8>?) throws {
      guard let value, !value.isEmpty else { return }
      let place = try graph.attribute(title, of: table)
      graph[keyPath: table].set(place, value)
    }
    switch name {
    case "position":
      try set("x", attributes["x"])
      try set("y", attributes["y"])
      try set("z", attributes["z"])
    case "size": try set(size, attributes["value"])
    case "thickness": try set("thickness", attributes["value"])
    case "shape": try set("shape", attributes["value"])
    case "color":
      guard let color = color(attributes) else { return }
      let place = try graph.attribute("color", of: table)
      graph[keyPath: table].set(place, color)
    default: break
    }
  }

  /// `#rrggbb`, with two digits more where it is not opaque.
  private static func color(_ attributes: XMLAttributes) -> String? {
    if let hex = attributes.string("hex") { return hex }
    let parts = [attributes.string("r"), attributes.string("g"), attributes.string("b")].map { $0.flatMap { Int($0) } }
    guard let r = parts[0], let g = parts[1], let b = parts[2], [r, g, b].allSatisfy((0...255).contains) else {
      return nil
    }
    var color = "#" + [r, g, b].map(digits).joined()
    if let alpha = attributes.string("a").flatMap({ Double($0) }), (0..<1).contains(alpha) {
      color += digits(Int((alpha * 255).rounded()))
    }
    return color
  }

  private static func digits(_ byte: Int) -> String {
    let digits = String(byte, radix: 16)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }

  /// The elements of one row, by what its columns hold: see ``Columns``.
  static func text(_ value: (String) -> String, _ columns: Columns) -> String {
    var text = ""
    if columns.hasPlace, !value("x").isEmpty {
      let z = columns.hasDepth ? value("z") : ""
      text += "<viz:position x=\"\(value("x"))\" y=\"\(value("y"))\"\(z.isEmpty ? "" : " z=\"\(z)\"")/>"
    }
    let color = columns.hasColor ? Array(value("color").utf8) : []
    if !color.isEmpty {
      func part(_ place: Int) -> Int { Int(String(decoding: color[place..<place + 2], as: UTF8.self), radix: 16) ?? 0 }
      let alpha = color.count > 7 ? " a=\"\((Double(part(7)) / 255).plain)\"" : ""
      text += "<viz:color r=\"\(part(1))\" g=\"\(part(3))\" b=\"\(part(5))\"\(alpha)/>"
    }
    if columns.hasSize, !value(size).isEmpty { text += "<viz:size value=\"\(value(size))\"/>" }
    return text
  }

  /// Which columns say how something looks in words that GEXF has; others are attributes like any.
  struct Columns {
    let hasPlace, hasDepth, hasColor, hasSize: Bool

    init(_ carried: [Network.CarriedColumn]) {
      func column(_ title: String) -> [String]? { carried.first { $0.name == title }?.values }
      func areNumbers(_ values: [String]) -> Bool {
        values.contains { !$0.isEmpty } && values.allSatisfy { $0.isEmpty || Double(decimal: $0)?.isFinite == true }
      }
      let (x, y, z) = (column("x") ?? [], column("y") ?? [], column("z") ?? [])
      let hasPlace =
        areNumbers(x) && areNumbers(y) && x.count == y.count && zip(x, y).allSatisfy { $0.isEmpty == $1.isEmpty }
      self.hasPlace = hasPlace
      hasDepth = hasPlace && areNumbers(z) && zip(x, z).allSatisfy { !$0.isEmpty || $1.isEmpty }
      hasSize = areNumbers(column(GEXFLook.size) ?? [])
      let colors = column("color") ?? []
      hasColor = colors.contains { !$0.isEmpty } && colors.allSatisfy { $0.isEmpty || Self.isColor($0) }
    }

    /// The titles of the columns that are no attributes.
    var titles: Set<String> {
      Set(
        (hasPlace ? ["x", "y"] : []) + (hasDepth ? ["z"] : []) + (hasColor ? ["color"] : [])
          + (hasSize ? [GEXFLook.size] : []))
    }

    private static func isColor(_ text: String) -> Bool {
      let bytes = Array(text.utf8)
      guard bytes.first == UInt8(ascii: "#"), bytes.count == 7 || bytes.count == 9 && !text.hasSuffix("ff") else {
        return false
      }
      return bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
  }
}
