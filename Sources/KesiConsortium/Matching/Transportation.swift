import KesiMatrix

/// So much carried from a row to a column.
package struct Shipment: Sendable, Equatable {
  package let row: Int
  package let column: Int
  package let amount: Int

  package init(row: Int, column: Int, amount: Int) { (self.row, self.column, self.amount) = (row, column, amount) }
}

/// What is carried from rows that have something to columns that want it: as much as can be, and of all ways to carry that
/// much one of least cost. A min-cost flow with capacities on a bipartite network; where all amounts are 1 an assignment.
///
/// All in whole numbers, so that costs are compared exactly and the result is optimal, not nearly so.
package struct Transportation: Sendable {
  /// The cost of what must not be carried.
  package static let forbidden = Int32.max
  /// The highest cost.
  package static let highest: Int32 = 1_000_000_000

  /// What each row has and each column wants: not negative.
  package let supplies: [Int]
  package let demands: [Int]
  /// The cost of a unit from a row to a column, row by row: from 0 to ``highest``, or ``forbidden``.
  package let costs: [Int32]

  package init(supplies: [Int], demands: [Int], costs: [Int32]) {
    precondition(costs.count == supplies.count * demands.count)
    (self.supplies, self.demands, self.costs) = (supplies, demands, costs)
  }

  /// The shipments by row, then by column.
  ///
  /// The network simplex on strongly feasible trees: what is not carried goes through a root, at a cost that no way around
  /// can save. Each row in turn offers its cheapest arc.
  ///
  /// - Complexity: O(rows · columns) a round, in which up to one arc a row enters; in practice a few ten rounds. Memory: 60
  ///   bytes a row and column beside the costs.
  /// - Source: Cunningham, *A Network Simplex Method*, Mathematical Programming 1976; Ahuja, Magnanti & Orlin, *Network
  ///   Flows*, 1993, chapter 11.
  /// - Throws: `Cancelled`.
  package func shipments(on parallel: Parallel = Parallel()) throws(Cancelled) -> [Shipment] {
    var tree = FlowTree(of: self)
    try tree.optimize(on: parallel)
    return tree.shipments
  }
}

/// A spanning tree of rows, columns and a root, with what flows on it: a basis of the simplex.
///
/// An arc runs from a row to a column, from a row to the root (what the row keeps) or from the root to a column (what the
/// column lacks): so the arc between a node and its parent leads up from a row and down to a column. A tree is strongly
/// feasible if on every arc that leads down something flows, so that from each node something could be sent to the root;
/// with the arcs leaving that keep it so, the method cannot cycle.
private struct FlowTree {
  private let problem: Transportation
  private let rowCount: Int
  private let root: Int
  /// The cost of keeping a unit: more than what any way around could save by leaving it.
  private let keeping: Double
  private var parent: [Int]
  private var depth: [Int]
  /// What flows between a node and its parent.
  private var flow: [Int]
  /// By which a reduced cost is cost + potential of the start − potential of the end; 0 on the tree. Whole numbers below
  /// 2⁵³: exact.
  private var potential: [Double]
  private var firstChild: [Int]
  private var next: [Int]
  private var previous: [Int]
  private static let none = -1

  init(of problem: Transportation) {
    self.problem = problem
    let (rows, columns) = (problem.supplies.count, problem.demands.count)
    let count = rows + columns
    rowCount = rows
    root = count
    keeping = Double(Transportation.highest) * Double(min(rows, columns) + 1)
    parent = [Int](repeating: count, count: count) + [Self.none]
    depth = [Int](repeating: 1, count: count) + [0]
    flow = problem.supplies + problem.demands + [0]
    potential = [Double](repeating: -keeping, count: rows) + [Double](repeating: 0, count: columns + 1)
    firstChild = [Int](repeating: Self.none, count: count) + [count > 0 ? 0 : Self.none]
    next = (0..<count).map { $0 + 1 < count ? $0 + 1 : Self.none } + [Self.none]
    previous = (0..<count).map { $0 - 1 } + [Self.none]
  }

  var shipments: [Shipment] {
    var found: [Shipment] = []
    for node in 0..<root where flow[node] > 0 && parent[node] != root {
      let (row, column) = node < rowCount ? (node, parent[node]) : (parent[node], node)
      found.append(Shipment(row: row, column: column - rowCount, amount: flow[node]))
    }
    return found.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  /// Lets arcs enter until none would save anything.
  mutating func optimize(on parallel: Parallel) throws(Cancelled) {
    // The root counts as a row with an arc to each column.
    var (row, idle) = (0, 0)
    while idle <= rowCount {
      if row.isMultiple(of: 64) { try parallel.checkCancellation() }
      if let entering = cheapest(from: row) {
        enter(from: row == rowCount ? root : row, to: entering.node, reduced: entering.reduced)
        idle = 0
      } else {
        idle += 1
      }
      row = row == rowCount ? 0 : row + 1
    }
  }

  /// The arc of a row with the least reduced cost; nil where none is below 0.
  private func cheapest(from row: Int) -> (node: Int, reduced: Double)? {
    let columns = rowCount..<root
    var (best, at) = (Double.infinity, Self.none)
    potential.withUnsafeBufferPointer { potential in
      if row == rowCount {
        for node in columns where -potential[node] < best { (best, at) = (-potential[node], node) }
        best += potential[root]
      } else {
        (best, at) = (keeping - potential[root], root)
        problem.costs.withUnsafeBufferPointer { costs in
          let start = row * columns.count
          for column in 0..<columns.count {
            let cost = costs[start + column]
            let reduced = Double(cost) - potential[rowCount + column]
            if reduced < best, cost != Transportation.forbidden { (best, at) = (reduced, rowCount + column) }
          }
        }
        best += potential[row]
      }
    }
    return best < 0 ? (at, best) : nil
  }

  /// Sends as much as can be around the cycle that an arc closes, and lets the arc go that ran dry.
  private mutating func enter(from source: Int, to target: Int, reduced: Double) {
    var (a, b) = (source, target)
    while a != b { if depth[a] >= depth[b] { a = parent[a] } else { b = parent[b] } }
    let join = a
    var (amount, leaving, isOnSource) = (Int.max, Self.none, true)
    // Of those that run dry together the last one on the way around from the join on: so trees stay strongly feasible.
    var node = source
    while node != join {
      if node < rowCount, flow[node] < amount { (amount, leaving, isOnSource) = (flow[node], node, true) }
      node = parent[node]
    }
    node = target
    while node != join {
      if node >= rowCount, flow[node] <= amount { (amount, leaving, isOnSource) = (flow[node], node, false) }
      node = parent[node]
    }
    if amount > 0 {
      node = source
      while node != join {
        flow[node] += node < rowCount ? -amount : amount
        node = parent[node]
      }
      node = target
      while node != join {
        flow[node] += node < rowCount ? amount : -amount
        node = parent[node]
      }
    }
    let (inner, outer) = isOnSource ? (source, target) : (target, source)
    hang(inner, below: outer, cutting: leaving, carrying: amount)
    move(inner, by: isOnSource ? -reduced : reduced)
  }

  /// Cuts a part of the tree off above one of its nodes and hangs it below another by a node of its own.
  private mutating func hang(_ node: Int, below newParent: Int, cutting last: Int, carrying amount: Int) {
    var (child, above, carried) = (node, newParent, amount)
    while true {
      let (oldParent, oldFlow) = (parent[child], flow[child])
      detach(child)
      attach(child, below: above)
      flow[child] = carried
      if child == last { return }
      (above, child, carried) = (child, oldParent, oldFlow)
    }
  }

  private mutating func detach(_ node: Int) {
    if previous[node] == Self.none { firstChild[parent[node]] = next[node] } else { next[previous[node]] = next[node] }
    if next[node] != Self.none { previous[next[node]] = previous[node] }
  }

  private mutating func attach(_ node: Int, below above: Int) {
    parent[node] = above
    previous[node] = Self.none
    next[node] = firstChild[above]
    if next[node] != Self.none { previous[next[node]] = node }
    firstChild[above] = node
  }

  /// Gives a node and all below it their depths, and another potential.
  private mutating func move(_ top: Int, by change: Double) {
    var node = top
    while true {
      depth[node] = depth[parent[node]] + 1
      potential[node] += change
      if firstChild[node] != Self.none {
        node = firstChild[node]
        continue
      }
      while node != top, next[node] == Self.none { node = parent[node] }
      if node == top { return }
      node = next[node]
    }
  }
}
