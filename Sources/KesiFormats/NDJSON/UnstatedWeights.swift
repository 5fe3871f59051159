import KesiNetwork

/// Weights that are `null`: how many, and the first line with one.
struct UnstatedWeights {
  private var (count, line) = (0, 0)

  mutating func look(at line: JSONLine, _ shape: LineShape, _ number: Int) {
    guard let weight = shape.weight, line.nothings.contains(weight) else { return }
    if count == 0 { self.line = number }
    count += 1
  }

  /// Says for what they count, where there are any.
  func tell(_ graph: inout GraphTables) {
    guard count > 0 else { return }
    graph.note(
      .notice, at: line,
      "\(count.counted("weight")) of ties \(count == 1 ? "is" : "are") null: such a tie counts as 1, as where none is stated.",
      zh: "有 \(count) 条联系的强度为 null，按未填写处理，即按 1 计。")
  }
}
