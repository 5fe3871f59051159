import KesiMatrix
import KesiMeasures
import KesiNetwork

/// The network as a whole, or one of its chains: where cuts and brokers are looked for.
struct Scope {
  let chain: Int?
  let actors: [Int]
  let numbers: MatrixNumbers

  var matrix: AdjacencyMatrix { numbers.weighted }
  var partners: AdjacencyMatrix { numbers.partners }
  var cuts: Cutpoints { numbers.cutpoints() }
  /// The component of each vertex, 1 the largest.
  var component: [Int] { numbers.components() }
}

private enum Scopes: AnalysisPart {
  static func value(of analysis: Analysis) -> [Scope] {
    [Scope(chain: nil, actors: analysis.graph.actors, numbers: analysis.unweighted)]
      + analysis.chains.map {
        Scope(chain: $0.index, actors: $0.actors, numbers: MatrixNumbers($0.matrix, on: analysis.parallel))
      }
  }
}

extension Analysis {
  /// The network, then its chains.
  var scopes: [Scope] { part(Scopes.self) }
}
