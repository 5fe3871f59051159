import Foundation
import KesiMatrix
import Testing

@testable import KesiConsortium

@Suite("The cheapest way to carry as much as can be carried")
struct TransportationTests {
  /// An instance with what SciPy and NetworkX find (`tools/assignments.py`).
  struct Instance: Decodable {
    let supplies: [Int]
    let demands: [Int]
    let costs: [[Int32?]]
    let amount: Int
    let cost: Int

    var problem: Transportation {
      Transportation(
        supplies: supplies, demands: demands, costs: costs.joined().map { $0 ?? Transportation.forbidden })
    }
  }

  private struct File: Decodable { let instances: [Instance] }

  static let instances: [Instance] = {
    let url = Bundle.module.url(forResource: "Fixtures/transportation", withExtension: "json")!
    return try! JSONDecoder().decode(File.self, from: Data(contentsOf: url)).instances
  }()

  /// How much is carried and at what cost, once it is sure that it may be.
  private func total(_ problem: Transportation) throws -> (amount: Int, cost: Int) {
    var (given, taken) = (
      [Int](repeating: 0, count: problem.supplies.count), [Int](repeating: 0, count: problem.demands.count)
    )
    var (amount, cost) = (0, 0)
    for shipment in try problem.shipments() {
      let price = problem.costs[shipment.row * problem.demands.count + shipment.column]
      #expect(price != Transportation.forbidden && shipment.amount > 0)
      given[shipment.row] += shipment.amount
      taken[shipment.column] += shipment.amount
      amount += shipment.amount
      cost += shipment.amount * Int(price)
    }
    #expect(zip(given, problem.supplies).allSatisfy { $0 <= $1 } && zip(taken, problem.demands).allSatisfy { $0 <= $1 })
    return (amount, cost)
  }

  @Test("As much is carried, at the cost that SciPy and NetworkX find", arguments: instances.indices)
  func oracle(_ number: Int) throws {
    let instance = Self.instances[number]
    let found = try total(instance.problem)
    #expect(found.amount == instance.amount && found.cost == instance.cost)
  }

  /// Amounts and costs of a kind that is hard for assignments: products, and few different costs.
  private func hard(_ rows: Int, _ columns: Int, few: Bool, seed: Int) -> Transportation {
    var random = SplitMix(seed: 3, use: "test", stream: seed)
    func amounts(_ count: Int) -> [Int] { (0..<count).map { _ in 1 + random.below(40) } }
    let (supplies, demands) = (amounts(rows), amounts(columns))
    let factors = (0..<rows + columns).map { _ in 1 + random.below(few ? 4 : 30_000) }
    let costs = (0..<rows * columns).map { cell -> Int32 in
      random.below(10) == 0
        ? Transportation.forbidden : Int32(factors[cell / columns] * factors[rows + cell % columns])
    }
    return Transportation(supplies: supplies, demands: demands, costs: costs)
  }

  @Test("Neither the order of rows and columns nor which side is which changes amount or cost", arguments: 0..<12)
  func order(seed: Int) throws {
    let (rows, columns) = (30 + 3 * seed, 50 - 2 * seed)
    let problem = hard(rows, columns, few: seed % 2 == 0, seed: seed)
    let usual = try total(problem)
    var random = SplitMix(seed: 4, use: "test", stream: seed)
    let (byRow, byColumn) = (
      (0..<rows).shuffled(using: &random), (0..<columns).shuffled(using: &random)
    )
    func cost(_ row: Int, _ column: Int) -> Int32 { problem.costs[row * columns + column] }
    let shuffled = try total(
      Transportation(
        supplies: byRow.map { problem.supplies[$0] }, demands: byColumn.map { problem.demands[$0] },
        costs: byRow.flatMap { row in byColumn.map { cost(row, $0) } }))
    let turned = try total(
      Transportation(
        supplies: problem.demands, demands: problem.supplies,
        costs: (0..<columns).flatMap { column in (0..<rows).map { cost($0, column) } }))
    #expect(shuffled == usual && turned == usual)
    // A unit of cost on everything costs one for each that is carried, and changes nothing else.
    let dearer = try total(
      Transportation(
        supplies: problem.supplies, demands: problem.demands,
        costs: problem.costs.map { $0 == Transportation.forbidden ? $0 : $0 + 1 }))
    #expect(dearer.amount == usual.amount && dearer.cost == usual.cost + usual.amount)
  }

  @Test("Where a side is empty, or everything is forbidden, nothing is carried")
  func nothing() throws {
    #expect(try Transportation(supplies: [], demands: [], costs: []).shipments().isEmpty)
    #expect(try Transportation(supplies: [3], demands: [], costs: []).shipments().isEmpty)
    #expect(try Transportation(supplies: [], demands: [3, 4], costs: []).shipments().isEmpty)
    let forbidden = [Int32](repeating: Transportation.forbidden, count: 4)
    #expect(try Transportation(supplies: [1, 2], demands: [3, 4], costs: forbidden).shipments().isEmpty)
  }

  @Test("More is carried even where that costs more")
  func amountFirst() throws {
    // The cheap pair alone would leave the second row without a column.
    let problem = Transportation(
      supplies: [1, 1], demands: [1, 1], costs: [0, Transportation.highest, 0, Transportation.forbidden])
    #expect(try problem.shipments().map { [$0.row, $0.column] } == [[0, 1], [1, 0]])
  }
}
