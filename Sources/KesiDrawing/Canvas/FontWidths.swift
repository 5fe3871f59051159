/// How wide the letters of a TrueType or OpenType font are, from the tables of its file: `cmap` says which glyph a letter
/// is, `hmtx` how far each glyph moves on.
///
/// - Source: ISO/IEC 14496-22, *Open Font Format*.
struct FontWidths: Sendable {
  private struct Segment {
    let first: UInt32
    let last: UInt32
    let glyphs: [UInt16]
  }

  private var advances: [Double] = []
  private var segments: [Segment] = []

  /// - Parameter face: which font of a collection.
  /// - Returns: nil for a file that is no such font, or is cut off: its letters are then estimated.
  init?(_ bytes: [UInt8], face: Int) {
    let file = Bytes(bytes)
    var start = 0
    if file.tag(0) == "ttcf" {
      guard let offset = file.int(12 + 4 * face) else { return nil }
      start = offset
    }
    guard let count = file.short(start + 4) else { return nil }
    var tables: [String: Int] = [:]
    for place in 0..<count {
      let entry = start + 12 + 16 * place
      guard let tag = file.tag(entry), let offset = file.int(entry + 8) else { return nil }
      tables[tag] = offset
    }
    guard let head = tables["head"], let hhea = tables["hhea"], let hmtx = tables["hmtx"], let cmap = tables["cmap"],
      let perEm = file.short(head + 18), perEm > 0, let metrics = file.short(hhea + 34), metrics > 0
    else { return nil }
    for glyph in 0..<metrics {
      guard let advance = file.short(hmtx + 4 * glyph) else { return nil }
      advances.append(Double(advance) / Double(perEm))
    }
    guard let subtables = file.short(cmap + 2) else { return nil }
    // The one with most letters: format 12 holds all planes, format 4 the first.
    let known = (0..<subtables).compactMap { place -> (format: Int, offset: Int)? in
      let entry = cmap + 4 + 8 * place
      guard let platform = file.short(entry), platform == 0 || platform == 3, let offset = file.int(entry + 4),
        let format = file.short(cmap + offset), format == 4 || format == 12
      else { return nil }
      return (format, cmap + offset)
    }
    guard let best = known.max(by: { $0.format < $1.format }) else { return nil }
    segments = best.format == 12 ? Self.groups(file, best.offset) : Self.ranges(file, best.offset)
  }

  /// The width of a letter, in sizes of the font; nil where the font has no such letter.
  func em(_ scalar: Unicode.Scalar) -> Double? {
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].last < scalar.value { low = middle + 1 } else { high = middle }
    }
    guard low < segments.count, segments[low].first <= scalar.value else { return nil }
    let glyph = Int(segments[low].glyphs[Int(scalar.value - segments[low].first)])
    return glyph == 0 ? nil : advances[min(glyph, advances.count - 1)]
  }

  private static func groups(_ file: Bytes, _ start: Int) -> [Segment] {
    let count = file.int(start + 12) ?? 0
    var segments: [Segment] = []
    for place in 0..<count {
      let entry = start + 16 + 12 * place
      guard let first = file.int(entry), let last = file.int(entry + 4), let glyph = file.int(entry + 8),
        first <= last, last <= 0x10FFFF, segments.last.map({ Int($0.last) < first }) ?? true
      else { break }
      segments.append(
        Segment(
          first: UInt32(first), last: UInt32(last),
          glyphs: (0...(last - first)).map { UInt16(truncatingIfNeeded: glyph + $0) }))
    }
    return segments
  }

  private static func ranges(_ file: Bytes, _ start: Int) -> [Segment] {
    let count = (file.short(start + 6) ?? 0) / 2
    var segments: [Segment] = []
    for place in 0..<count {
      let (ends, starts) = (start + 14 + 2 * place, start + 16 + 2 * count + 2 * place)
      let (deltas, offsets) = (starts + 2 * count, starts + 4 * count)
      guard let last = file.short(ends), let first = file.short(starts), let delta = file.short(deltas),
        let offset = file.short(offsets), first <= last, segments.last.map({ Int($0.last) < first }) ?? true
      else { break }
      let glyphs = (first...last).map { letter -> UInt16 in
        guard offset > 0 else { return UInt16(truncatingIfNeeded: letter + delta) }
        let glyph = file.short(offsets + offset + 2 * (letter - first)) ?? 0
        return glyph == 0 ? 0 : UInt16(truncatingIfNeeded: glyph + delta)
      }
      segments.append(Segment(first: UInt32(first), last: UInt32(last), glyphs: glyphs))
    }
    return segments
  }

  /// Numbers of a file, the high byte first; nil beyond its end.
  private struct Bytes {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func short(_ offset: Int) -> Int? {
      offset >= 0 && offset + 2 <= bytes.count ? Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) : nil
    }

    func int(_ offset: Int) -> Int? {
      guard let high = short(offset), let low = short(offset + 2) else { return nil }
      return high << 16 | low
    }

    func tag(_ offset: Int) -> String? {
      offset >= 0 && offset + 4 <= bytes.count ? String(decoding: bytes[offset..<offset + 4], as: UTF8.self) : nil
    }
  }
}
