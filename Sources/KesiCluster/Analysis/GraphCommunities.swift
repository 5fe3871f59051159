import KesiMatrix
import KesiMeasures
import KesiNetwork

extension NetworkGraph {
  /// The community of each vertex, 1 the largest: what the measure `community` says unless weights, a seed or another
  /// quality are asked for. Pictures and comparisons show these, so that none contradicts the table.
  public func communities(on parallel: Parallel) throws -> [Int] {
    try KesiMeasures.communities(of: matrix.unweighted(), on: parallel)
  }
}
