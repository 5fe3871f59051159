import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork

/// The adjacency matrix as a square of cells, of a fuller color where ties are stronger, actors ordered by community and number of
/// ties, so that dense groups stand as blocks along the diagonal.
public enum MatrixDrawing {
  private static let side = 640.0
  private static let largestCell = 30.0
  private static let mostActors = 1000
  private static let mostNames = 90

  public static func picture(
    of analysis: Analysis, style: PictureStyle
  ) throws -> Picture {
    let (graph, network) = (analysis.graph, analysis.graph.network)
    let order = graph.actors.count
    guard order <= mostActors else {
      throw UnknownWord(
        Phrase(
          "the matrix view shows up to \(mostActors) actors, and there are \(order). Narrow it with --chain, --zone or --kind.",
          zh: "矩阵图最多显示 \(mostActors) 家单位，现有 \(order) 家。请用 --chain、--zone 或 --kind 缩小范围。"))
    }
    guard order > 0 else { return try Sheet.nothing(in: analysis, style) }
    let community = try analysis.unweighted.communities()
    let degree = degrees(of: graph.matrix)
    let sorted = (0..<order).sorted { a, b in
      (community[a], degree[b], a) < (community[b], degree[a], b)
    }
    var place = [Int](repeating: 0, count: order)
    for (row, vertex) in sorted.enumerated() { place[vertex] = row }
    var sheet = try Sheet(of: analysis, style)
    // Those with most ties are named first, as far as a row holds a name.
    let named = style.named(
      graph.matrix.withRows { $0.byFallingDegree(0..<order) }, usual: order <= mostNames ? order : 0)
    let cell = min(largestCell, max(side / Double(order), named.count == order ? 11 : 0.64))
    let edge = cell * Double(order)
    sheet.fill(left: 0, bottom: -edge, width: edge, height: edge, color: sheet.theme.ghost + "12")
    // Communities as squares on the diagonal; one actor alone is none, and its square would look like a tie.
    var first = 0
    for row in 0...order where row == order || community[sorted[row]] != community[sorted[first]] {
      let width = cell * Double(row - first)
      if row - first > 1 {
        sheet.fill(
          left: cell * Double(first), bottom: -cell * Double(row), width: width, height: width,
          color: sheet.theme.group(community[sorted[first]] - 1) + "30")
      }
      first = row
      if row == order { break }
    }
    let strongest = graph.matrix.withRows { rows in
      (0..<rows.entryCount).map { rows.weight($0) }.max() ?? 1
    }
    graph.matrix.withRows { rows in
      for a in 0..<order {
        for entry in rows.entries(a) {
          let weight = rows.weight(entry)
          // A tie that stands on both sides of the diagonal is left out once.
          if !style.draws(weight) {
            if !graph.matrix.isSymmetric || rows.column(entry) > a { sheet.leaveOut() }
            continue
          }
          let (row, column) = (place[a], place[rows.column(entry)])
          // The gray of those in no group is light already.
          let least = sheet.colors == nil ? 0.35 : 0.55
          let share = least + (1 - least) * (weight / max(1e-300, strongest)).squareRoot()
          let color =
            sheet.colors?.color(of: graph.actors[a])
            ?? sheet.theme.symbol(of: network.profile.kind(graph.actor(a).kind)).color
          sheet.fill(
            left: cell * Double(column) + 0.04 * cell, bottom: -cell * Double(row + 1) + 0.04 * cell,
            width: 0.92 * cell, height: 0.92 * cell, color: color + Theme.hex(255 * share))
        }
      }
    }
    let digits = min(7.5, 0.62 * cell)
    // Rows that are too low for a name each have one where none stands close above or below.
    let holdsAll = cell >= 9
    var namedRows: [Int] = []
    for vertex in graph.matrix.withRows({ $0.byFallingDegree(named) })
    where holdsAll || namedRows.allSatisfy({ cell * Double(($0 - place[vertex]).magnitude) >= 9 }) {
      namedRows.append(place[vertex])
    }
    let isNamed = Set(namedRows)
    if holdsAll || !isNamed.isEmpty {
      // Columns go by the numbers of the rows, since names would not fit above them.
      for (row, vertex) in sorted.enumerated() where holdsAll || isNamed.contains(row) {
        let actor = graph.actor(vertex)
        let name = isNamed.contains(row) ? style.each { actor.shortName(in: $0) }.joined(separator: " ") : ""
        let words = "\(style.letters.wrapped(name, size: 8, limit: 180, lines: 1).first ?? "") \(row + 1)"
        let middle = cell * (Double(row) + 0.5)
        sheet.line(words, size: 8, right: -5, y: -middle)
        sheet.text("\(row + 1)", size: digits, color: sheet.theme.faint, at: Point(x: middle, y: 7))
      }
    } else {
      let step = order > 400 ? 100 : order > 200 ? 50 : 10
      for row in stride(from: step, through: order, by: step) {
        let middle = cell * (Double(row) - 0.5)
        sheet.line("\(row)", size: 8, right: -5, y: -middle)
        sheet.text("\(row)", size: 8, color: sheet.theme.faint, at: Point(x: middle, y: 8))
      }
    }
    return sheet.framed(
      heading: Phrase("adjacency matrix", zh: "邻接矩阵"),
      notes: [
        Phrase("rows and columns by community, then by number of ties", zh: "行列按社群、再按联系数排列"),
        Phrase("a column has the number of its row", zh: "列号与行号相同"),
        style.color == .kind
          ? Phrase("color: kind of the row", zh: "颜色：行主体的类型") : Phrase("color: group of the row", zh: "颜色：行主体所属的组"),
        style.theme == .dark
          ? Phrase("brighter: stronger", zh: "颜色越亮，联系越强")
          : Phrase("darker: stronger", zh: "颜色越深，联系越强"),
      ], keys: sheet.colors?.keys(of: graph.actors) ?? sheet.keys(of: graph.actors))
  }
}

extension View {
  public static let matrix = View(
    "matrix", "the adjacency matrix, ordered by community",
    takes: .ofNetworks.union([.directed, .projection])
  ) { try MatrixDrawing.picture(of: $0, style: $1.style) }
}
