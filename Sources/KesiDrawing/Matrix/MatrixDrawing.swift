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
    of analysis: Analysis, language: Language, theme: ThemeName = .standard
  ) throws -> Picture {
    let (graph, network) = (analysis.graph, analysis.graph.network)
    let order = graph.actors.count
    guard order <= mostActors else {
      throw UnknownWord(
        Phrase(
          "the matrix view shows up to \(mostActors) actors, and there are \(order). Narrow it with --chain, --zone or --kind.",
          zh: "矩阵图最多显示 \(mostActors) 家单位，现有 \(order) 家。请用 --chain、--zone 或 --kind 缩小范围。"))
    }
    guard order > 0 else { return Sheet.nothing(in: network, theme: theme, language: language) }
    let community = try analysis.unweighted.communities()
    let degree = degrees(of: graph.matrix)
    let sorted = (0..<order).sorted { a, b in
      (community[a], degree[b], a) < (community[b], degree[a], b)
    }
    var place = [Int](repeating: 0, count: order)
    for (row, vertex) in sorted.enumerated() { place[vertex] = row }
    var sheet = Sheet(network, theme: theme, language: language)
    let cell = min(largestCell, max(side / Double(order), order <= mostNames ? 11 : 0.64))
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
          let (row, column) = (place[a], place[rows.column(entry)])
          let share = 0.35 + 0.65 * (rows.weight(entry) / max(1e-300, strongest)).squareRoot()
          let look = sheet.theme.symbol(of: network.profile.kind(graph.actor(a).kind))
          sheet.fill(
            left: cell * Double(column) + 0.04 * cell, bottom: -cell * Double(row + 1) + 0.04 * cell,
            width: 0.92 * cell, height: 0.92 * cell, color: look.color + Theme.hex(255 * share))
        }
      }
    }
    let digits = min(7.5, 0.62 * cell)
    if order <= mostNames {
      // Columns go by the numbers of the rows, since names would not fit above them.
      for (row, vertex) in sorted.enumerated() {
        let name = TextSize.wrapped(graph.actor(vertex).shortName(in: language), size: 8, limit: 180, lines: 1)
        let words = "\(name.first ?? "") \(row + 1)"
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
    sheet.frame(
      heading: Phrase("adjacency matrix", zh: "邻接矩阵"),
      notes: [
        Phrase("rows and columns by community, then by number of ties", zh: "行列按社群、再按联系数排列")(language),
        Phrase("a column has the number of its row", zh: "列号与行号相同")(language),
        Phrase("color: kind of the row", zh: "颜色：行主体的类型")(language),
        theme == .dark
          ? Phrase("brighter: stronger", zh: "颜色越亮，联系越强")(language)
          : Phrase("darker: stronger", zh: "颜色越深，联系越强")(language),
      ], keys: network.kinds(of: graph.actors).map { Sheet.Key($0) })
    return sheet.picture()
  }
}
