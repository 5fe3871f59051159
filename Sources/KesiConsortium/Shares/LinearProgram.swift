import CClp
import KesiNetwork

/// A linear program: the least of c·x where each of some sums a·x is at least a bound, or equal to it, and each variable is
/// at least a bound of its own. Solved by the simplex of COIN-OR CLP.
struct LinearProgram {
  /// What each variable costs, and the least that it may be.
  private var costs: [Double] = []
  private var least: [Double] = []
  /// Of each row the bounds.
  private var lower: [Double] = []
  private var upper: [Double] = []
  /// The entries of each variable: rows and coefficients.
  private var rows: [[Int32]] = []
  private var coefficients: [[Double]] = []

  struct Solution {
    let variables: [Double]
    /// Of each row by how much the least cost would rise with its bound.
    let duals: [Double]
    let cost: Double
  }

  var rowCount: Int { lower.count }

  /// Adds a variable.
  ///
  /// - Returns: its number.
  mutating func variable(costing cost: Double = 0, atLeast bound: Double = -.infinity) -> Int {
    costs.append(cost)
    least.append(bound)
    rows.append([])
    coefficients.append([])
    return costs.count - 1
  }

  /// Adds a row: the sum of some variables is at least, or exactly, so much.
  mutating func require(_ sum: [(variable: Int, coefficient: Double)], atLeast bound: Double, exactly: Bool = false) {
    for (variable, coefficient) in sum {
      rows[variable].append(Int32(rowCount))
      coefficients[variable].append(coefficient)
    }
    lower.append(bound)
    upper.append(exactly ? bound : .infinity)
  }

  /// - Throws: ``UnsolvedProgram`` where no values of the variables fit, or where the cost has no least.
  func solved() throws(UnsolvedProgram) -> Solution {
    guard let model = Clp_newModel() else { throw UnsolvedProgram.failed(-1) }
    defer { Clp_deleteModel(model) }
    Clp_setLogLevel(model, 0)
    var starts: [CoinBigIndex] = [0]
    for entries in rows { starts.append(starts[starts.count - 1] + CoinBigIndex(entries.count)) }
    // What CLP takes for no bound is the greatest number, not infinity.
    func bounds(_ values: [Double]) -> [Double] {
      values.map { $0.isInfinite ? ($0 < 0 ? -Double.greatestFiniteMagnitude : .greatestFiniteMagnitude) : $0 }
    }
    Clp_loadProblem(
      model, Int32(costs.count), Int32(rowCount), starts, Array(rows.joined()), Array(coefficients.joined()),
      bounds(least), [Double](repeating: .greatestFiniteMagnitude, count: costs.count), costs, bounds(lower),
      bounds(upper))
    Clp_setPrimalTolerance(model, Self.tolerance)
    Clp_setDualTolerance(model, Self.tolerance)
    Clp_initialSolve(model)
    switch Clp_status(model) {
    case 0: break
    case 1: throw .infeasible
    case 2: throw .unbounded
    case let status: throw .failed(Int(status))
    }
    guard let variables = Clp_primalColumnSolution(model), let duals = Clp_dualRowSolution(model) else {
      throw .failed(-1)
    }
    return Solution(
      variables: (0..<costs.count).map { variables[$0] }, duals: (0..<rowCount).map { duals[$0] },
      cost: Clp_objectiveValue(model))
  }

  /// By how much a row may miss its bound: programs are scaled so that their numbers are about 1.
  private static let tolerance = 1e-10
}

/// A linear program that was not solved.
public enum UnsolvedProgram: Error, Sendable, Equatable {
  /// No values fit all of its conditions.
  case infeasible
  /// Its cost has no least.
  case unbounded
  /// The solver gave up; its status.
  case failed(Int)

  /// What is said of it.
  public var message: Phrase {
    switch self {
    case .infeasible:
      Phrase("A linear program has no solution: no split fits all of its conditions.", zh: "线性规划无解：没有满足全部条件的分法。")
    case .unbounded: Phrase("A linear program has no best solution: its goal is unbounded.", zh: "线性规划的目标无界，没有最优解。")
    case .failed(let status):
      Phrase(
        "A linear program was not solved (COIN-OR CLP, status \(status)).", zh: "线性规划求解失败（COIN-OR CLP，状态 \(status)）。")
    }
  }
}
