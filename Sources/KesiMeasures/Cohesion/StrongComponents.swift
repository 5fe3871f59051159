import KesiMatrix

/// The strongly connected parts of a network: within one, each vertex reaches every other along the ties. Weights are
/// ignored. Where there is no direction these are the components; a vertex on no cycle is a part of its own.
///
/// - Returns: the part of each vertex, 0 ..< their number; ties between parts lead from lower numbers to higher ones.
/// - Complexity: O(n + m); 24 bytes a vertex. No recursion: paths may be as long as the network.
/// - Source: Tarjan, *Depth-First Search and Linear Graph Algorithms*, SIAM J. Computing 1972.
func strongComponents(of matrix: AdjacencyMatrix) -> [Int] {
  let order = matrix.order
  var part = [Int](repeating: -1, count: order)
  var count = 0
  matrix.withRows { rows in
    // When a vertex was met, from 1 on; the earliest met that it is known to reach and that is not yet in a part.
    let met = Scratch<UInt32>(repeating: 0, count: order)
    let earliest = Scratch<UInt32>(uninitialized: order)
    let next = Scratch<Int>(uninitialized: order)
    let path = Scratch<UInt32>(uninitialized: order)
    let open = Scratch<UInt32>(uninitialized: order)
    var (time, depth, openCount) = (UInt32(0), 0, 0)
    func enter(_ vertex: Int) {
      time += 1
      met[vertex] = time
      earliest[vertex] = time
      next[vertex] = rows.entries(vertex).lowerBound
      path[depth] = UInt32(truncatingIfNeeded: vertex)
      open[openCount] = UInt32(truncatingIfNeeded: vertex)
      depth += 1
      openCount += 1
    }
    for root in 0..<order where met[root] == 0 {
      enter(root)
      while depth > 0 {
        let vertex = Int(path[depth - 1])
        if next[vertex] < rows.entries(vertex).upperBound {
          let neighbor = rows.column(next[vertex])
          next[vertex] += 1
          if met[neighbor] == 0 {
            enter(neighbor)
          } else if part[neighbor] < 0 {
            earliest[vertex] = min(earliest[vertex], met[neighbor])
          }
          continue
        }
        depth -= 1
        if depth > 0 {
          let before = Int(path[depth - 1])
          earliest[before] = min(earliest[before], earliest[vertex])
        }
        // Nothing met before it can be reached: what was met since and is still open is its part.
        guard earliest[vertex] == met[vertex] else { continue }
        while true {
          openCount -= 1
          let member = Int(open[openCount])
          part[member] = count
          if member == vertex { break }
        }
        count += 1
      }
    }
  }
  // Parts are closed from the far end of the ties on.
  return part.map { count - 1 - $0 }
}
