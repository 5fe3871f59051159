import KesiNetwork

/// The regions of a large map as areas with names, and the bands between them, which pass under the areas.
enum RegionDrawing {
  static let nameSize = 14.0
  private static let (thinnest, thickest) = (2.0, 18.0)
  private static let corners = 72
  /// Where along the free way between two areas the number of a band may stand.
  private static let stops = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]

  /// What a region is called: its name and how many actors it has.
  static func name(of set: ActorSet, _ style: PictureStyle) -> String {
    let name = style.words(set.name).visible(most: 40)
    return name.isEmpty ? "" : "\(name) · \(set.vertices.count)"
  }

  /// How wide the name of a region is.
  static func width(of set: ActorSet, _ style: PictureStyle) -> Double {
    style.letters.width(name(of: set, style), size: nameSize) * 1.08
  }

  /// Where the name of a region stands, and what it takes.
  static func nameBoxes(
    _ parts: LargeParts, _ discs: [RegionLayout.Disc], _ style: PictureStyle
  ) -> [(middle: Point, width: Double, height: Double)] {
    zip(parts.regions.all, discs).map { set, disc in
      (
        Point(x: disc.middle.x, y: disc.middle.y + disc.radius + nameSize * 0.7),
        width(of: set, style), TextSize.height(nameSize)
      )
    }
  }

  /// - Parameters:
  ///   - hasBands: whether the ties between regions are drawn as bands.
  ///   - labels: boxes that the numbers of bands keep clear of.
  static func draw(
    _ parts: LargeParts, _ discs: [RegionLayout.Disc], hasBands: Bool,
    avoiding labels: [(middle: Point, width: Double, height: Double)], on sheet: inout Sheet
  ) {
    let theme = sheet.theme
    let bands = hasBands ? parts.bands : []
    let strongest = Double(bands.map(\.count).max() ?? 1)
    for band in bands {
      let share = (Double(band.count) / strongest).squareRoot()
      let (a, b) = (discs[band.from].middle, discs[band.to].middle)
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = max(1e-9, (dx * dx + dy * dy).squareRoot())
      let half = (thinnest + (thickest - thinnest) * share) / 2
      let (x, y) = (0 - dy / length * half, dx / length * half)
      sheet.area(
        [
          Point(x: a.x + x, y: a.y + y), Point(x: a.x - x, y: a.y - y), Point(x: b.x - x, y: b.y - y),
          Point(x: b.x + x, y: b.y + y),
        ], fill: theme.band, edge: theme.background)
    }
    for (index, set) in parts.regions.all.enumerated() where !set.name(.en).isEmpty {
      let disc = discs[index]
      let outline = (0..<corners).map { corner in
        let way = Direction(turns: Double(corner) / Double(corners))
        return Point(x: disc.middle.x + disc.radius * way.x, y: disc.middle.y + disc.radius * way.y)
      }
      let (fill, edge) = theme.region(index)
      sheet.area(outline, fill: fill, edge: edge)
    }
    let names = nameBoxes(parts, discs, sheet.style)
    for (index, set) in parts.regions.all.enumerated() {
      let name = name(of: set, sheet.style)
      guard !name.isEmpty else { continue }
      sheet.text(
        name, size: nameSize, color: theme.visible(theme.group(index)), bold: true, at: names[index].middle,
        id: "group\(index)")
    }
    number(bands, discs, names + labels, on: &sheet)
  }

  /// The number of each band, where it can be seen.
  private static func number(
    _ bands: [LargeParts.Band], _ discs: [RegionLayout.Disc],
    _ others: [(middle: Point, width: Double, height: Double)], on sheet: inout Sheet
  ) {
    let size = 9.5
    var taken = others
    for (index, band) in bands.enumerated() {
      let (a, b) = (discs[band.from], discs[band.to])
      let (dx, dy) = (b.middle.x - a.middle.x, b.middle.y - a.middle.y)
      let length = max(1e-9, (dx * dx + dy * dy).squareRoot())
      let words = Figure.count(band.count).text
      let (width, height) = (sheet.style.letters.width(words, size: size) + 4, TextSize.height(size))
      let free = stops.lazy.map { stop -> Point in
        let far = a.radius + stop * (length - a.radius - b.radius)
        return Point(x: a.middle.x + dx / length * far, y: a.middle.y + dy / length * far)
      }.first { place in
        taken.allSatisfy { other in
          (other.middle.x - place.x).magnitude >= (other.width + width) / 2
            || (other.middle.y - place.y).magnitude >= (other.height + height) / 2
        }
          && discs.allSatisfy { disc in
            let (x, y) = (disc.middle.x - place.x, disc.middle.y - place.y)
            return x * x + y * y > (disc.radius + 4) * (disc.radius + 4)
          }
      }
      guard let free else { continue }
      taken.append((free, width, height))
      sheet.text(words, size: size, color: sheet.theme.faint, at: free, id: "band\(index)")
    }
  }
}
