import KesiMatrix
import Testing

@testable import KesiConsortium

@Suite("Stable matching")
struct StableAllocationTests {
  /// A market in which each side ranks some of the other at random.
  private func market(rows: Int, columns: Int, amounts: (Int, Int), seed: Int) -> StableAllocation {
    var random = SplitMix(seed: 11, use: "test", stream: seed)
    func ranked(_ count: Int, among others: Int) -> [[Int]] {
      (0..<count).map { _ in Array((0..<others).shuffled(using: &random).prefix(random.below(others + 1))) }
    }
    let (byRows, byColumns) = (ranked(rows, among: columns), ranked(columns, among: rows))
    return StableAllocation(
      supplies: (0..<rows).map { _ in 1 + random.below(amounts.0) },
      demands: (0..<columns).map { _ in random.below(amounts.1 + 1) }, rankedByRows: byRows,
      rankedByColumns: byColumns)
  }

  /// A row and a column that both would rather have more of each other; nil where the way is stable.
  private func blockingPair(_ market: StableAllocation, _ amount: [[Int]]) -> (Int, Int)? {
    for row in market.supplies.indices {
      for (place, column) in market.rankedByRows[row].enumerated() {
        guard let rank = market.rankedByColumns[column].firstIndex(of: row) else { continue }
        let better = market.rankedByRows[row][...place].reduce(0) { $0 + amount[row][$1] }
        let betterForColumn = market.rankedByColumns[column][...rank].reduce(0) { $0 + amount[$1][column] }
        if better < market.supplies[row], betterForColumn < market.demands[column] { return (row, column) }
      }
    }
    return nil
  }

  private func amounts(_ market: StableAllocation, _ shipments: [Shipment]) -> [[Int]] {
    var amount = [[Int]](
      repeating: [Int](repeating: 0, count: market.demands.count), count: market.supplies.count)
    for shipment in shipments {
      #expect(market.rankedByRows[shipment.row].contains(shipment.column))
      #expect(market.rankedByColumns[shipment.column].contains(shipment.row))
      amount[shipment.row][shipment.column] += shipment.amount
    }
    #expect(zip(amount, market.supplies).allSatisfy { $0.reduce(0, +) <= $1 })
    #expect(
      market.demands.indices.allSatisfy { column in amount.reduce(0) { $0 + $1[column] } <= market.demands[column] })
    return amount
  }

  @Test("In a thousand small markets of many to one it is stable, and every row has the best column of all stable ways")
  func best() throws {
    for seed in 0..<1000 {
      let market = market(rows: 2 + seed % 3, columns: 1 + seed % 4, amounts: (1, 2), seed: seed)
      let found = amounts(market, try market.shipments())
      #expect(blockingPair(market, found) == nil, "\(seed)")
      // Every way to give each row a column or none.
      let columns = market.demands.count
      let ways = market.supplies.reduce(1) { count, _ in count * (columns + 1) }
      for way in 0..<ways {
        var rest = way
        let choice = market.supplies.map { _ -> Int in
          defer { rest /= columns + 1 }
          return rest % (columns + 1)
        }
        let amount = choice.map { chosen in (0..<columns).map { $0 == chosen ? 1 : 0 } }
        let isPossible =
          choice.enumerated().allSatisfy { row, column in
            column == columns
              || market.rankedByRows[row].contains(column) && market.rankedByColumns[column].contains(row)
          } && (0..<columns).allSatisfy { column in amount.reduce(0) { $0 + $1[column] } <= market.demands[column] }
        guard isPossible, blockingPair(market, amount) == nil else { continue }
        for (row, column) in choice.enumerated() {
          func rank(_ column: Int?) -> Int {
            column.flatMap { market.rankedByRows[row].firstIndex(of: $0) } ?? market.rankedByRows[row].count
          }
          let own = found[row].firstIndex { $0 > 0 }
          #expect(rank(own) <= rank(column == columns ? nil : column), "\(seed): row \(row) could do better")
        }
      }
    }
  }

  @Test("In a thousand larger markets, with amounts on both sides, no pair blocks it")
  func stable() throws {
    for seed in 0..<1000 {
      let market = market(rows: 5 + seed % 20, columns: 4 + seed % 17, amounts: (1 + seed % 9, 12), seed: 5000 + seed)
      #expect(try blockingPair(market, amounts(market, market.shipments())) == nil, "\(seed)")
    }
  }

  @Test("The example of Gale and Shapley: each of three has its first choice where those differ")
  func galeShapley() throws {
    // Example 1 of the paper: α, β, γ rank A, B, C in a circle, and are ranked the other way round.
    let market = StableAllocation(
      supplies: [1, 1, 1], demands: [1, 1, 1], rankedByRows: [[0, 1, 2], [1, 2, 0], [2, 0, 1]],
      rankedByColumns: [[1, 2, 0], [2, 0, 1], [0, 1, 2]])
    #expect(try market.shipments().map(\.column) == [0, 1, 2])
  }

  @Test("Without rankings nobody is matched")
  func silent() throws {
    let market = StableAllocation(supplies: [2], demands: [2], rankedByRows: [[0]], rankedByColumns: [[]])
    #expect(try market.shipments().isEmpty)
  }
}
