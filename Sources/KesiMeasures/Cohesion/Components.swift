import KesiMatrix

/// The component of each vertex: 1 for the largest, then by decreasing size, equal sizes by their first vertex.
/// Direction and weights are ignored (weak components).
///
/// - Complexity: O(n + m).
public func components(of matrix: AdjacencyMatrix) -> [Int] {
  let order = matrix.order
  var label = [Int](repeating: -1, count: order)
  var sizes: [Int] = []
  var stack: [Int] = []
  matrix.withRows { rows in
    matrix.withColumns { columns in
      for start in 0..<order where label[start] < 0 {
        let component = sizes.count
        label[start] = component
        stack.append(start)
        var size = 0
        while let vertex = stack.popLast() {
          size += 1
          for neighbor in rows[vertex] where label[Int(neighbor)] < 0 {
            label[Int(neighbor)] = component
            stack.append(Int(neighbor))
          }
          guard !matrix.isSymmetric else { continue }
          for neighbor in columns[vertex] where label[Int(neighbor)] < 0 {
            label[Int(neighbor)] = component
            stack.append(Int(neighbor))
          }
        }
        sizes.append(size)
      }
    }
  }
  var rank = [Int](repeating: 0, count: sizes.count)
  for (place, component) in sizes.indices.sorted(by: { (sizes[$1], $0) < (sizes[$0], $1) }).enumerated() {
    rank[component] = place + 1
  }
  return label.map { rank[$0] }
}
