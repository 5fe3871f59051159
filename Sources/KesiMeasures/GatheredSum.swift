import KesiMatrix

/// The sum of what the neighbors of a vertex hold: the inner loop of every kernel that pulls.
///
/// Four sums run side by side, so that one load need not wait for the addition before it.
@inline(__always)
func gatheredSum(over neighbors: UnsafeBufferPointer<UInt32>, _ value: (Int) -> Double) -> Double {
  var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
  var index = 0
  let whole = neighbors.count & ~3
  while index < whole {
    a += value(Int(neighbors[index]))
    b += value(Int(neighbors[index &+ 1]))
    c += value(Int(neighbors[index &+ 2]))
    d += value(Int(neighbors[index &+ 3]))
    index &+= 4
  }
  while index < neighbors.count {
    a += value(Int(neighbors[index]))
    index &+= 1
  }
  return (a + b) + (c + d)
}

/// The same with the weights of the ties, where the matrix has them.
@inline(__always)
func gatheredSum(at vertex: Int, of columns: Rows, _ value: (Int) -> Double) -> Double {
  guard columns.isWeighted else { return gatheredSum(over: columns[vertex], value) }
  var sum = 0.0
  for entry in columns.entries(vertex) { sum += columns.weight(entry) * value(columns.column(entry)) }
  return sum
}
