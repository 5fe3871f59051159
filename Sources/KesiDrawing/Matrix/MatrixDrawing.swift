import KesiCluster
import KesiMatrix
import KesiMeasures

/// The adjacency matrix as a square of cells, darker where ties are stronger, actors ordered by community and number of
/// ties, so that dense groups stand as blocks along the diagonal.
public enum MatrixDrawing {
  private static let side = 640.0
  private static let mostActors = 1000
  private static let mostNames = 90

  public static func picture(
    of survey: GapSurvey, language: Language, theme: ThemeName = .standard
  ) throws -> Picture {
    let (graph, network) = (survey.graph, survey.graph.network)
    let order = graph.actors.count
    guard order <= mostActors else {
      throw UnknownWord(
        Phrase(
          "the matrix view shows up to \(mostActors) actors, and there are \(order). Narrow it with --chain, --zone or --kind.",
          zh: "矩阵图最多显示 \(mostActors) 个主体，现有 \(order) 个。请用 --chain、--zone 或 --kind 缩小范围。"))
    }
    let community = try graph.communities(on: survey.parallel)
    let degree = degrees(of: graph.matrix)
    let sorted = (0..<order).sorted { a, b in
      (community[a], degree[b], a) < (community[b], degree[a], b)
    }
    var place = [Int](repeating: 0, count: order)
    for (row, vertex) in sorted.enumerated() { place[vertex] = row }
    var sheet = Sheet(theme: Theme(theme), language: language)
    let cell = max(side / Double(max(1, order)), order <= mostNames ? 11 : 0.64)
    let edge = cell * Double(order)
    sheet.fill(left: 0, bottom: -edge, width: edge, height: edge, color: sheet.theme.ghost + "12")
    // Communities as squares on the diagonal.
    var first = 0
    for row in 0...order where row == order || community[sorted[row]] != community[sorted[first]] {
      let width = cell * Double(row - first)
      sheet.fill(
        left: cell * Double(first), bottom: -cell * Double(row), width: width, height: width,
        color: sheet.theme.group(community[sorted[first]] - 1) + "30")
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
          let look = sheet.theme.symbol(of: network.profile.kind(graph.actor(a).kind), in: network.profile)
          sheet.fill(
            left: cell * Double(column) + 0.04 * cell, bottom: -cell * Double(row + 1) + 0.04 * cell,
            width: 0.92 * cell, height: 0.92 * cell, color: look.color + hex(share))
        }
      }
    }
    if order <= mostNames {
      for (row, vertex) in sorted.enumerated() {
        let words = graph.actor(vertex).shortName(in: language)
        let width = TextSize.width(words, size: 7.5) * 1.05 + 4
        sheet.line(words, size: 7.5, left: -width - 4, y: -cell * (Double(row) + 0.5))
      }
    }
    sheet.frame(
      network, heading: Phrase("adjacency matrix", zh: "邻接矩阵"),
      note: Phrase(
        "rows and columns by community, then by number of ties; color: kind of the row; darker: stronger",
        zh: "行列按社群、再按联系数排列；颜色：行主体类型；越深联系越强"), kinds: network.kinds(of: graph.actors))
    return sheet.picture()
  }

  private static func hex(_ share: Double) -> String {
    let value = Int((255 * min(1, max(0, share))).rounded())
    return (value < 16 ? "0" : "") + String(value, radix: 16)
  }
}
