import KesiCluster

extension SparkEngine {
  /// The measures of actors that the job computes, in the order in which they are told.
  package static let actorMeasures: [ActorMeasure] =
    [
      "degree", "strength", "pagerank", "coreness", "triangles", "clustering", "constraint", "effective_size",
      "component",
    ]
    .compactMap(ActorMeasure.called) + [.harmonicEstimate] + ["label_community"].compactMap(ActorMeasure.called)

  /// Those that are printed unless others are asked for: the ones that take a few passes over the ties.
  package static let usual: [ActorMeasure] =
    ["degree", "strength", "pagerank", "coreness", "clustering", "component"].compactMap(ActorMeasure.called)

  /// The numbers of a network as a whole that it computes.
  package static let networkNumbers: [NetworkNumber] = NetworkNumber.summary.filter { numberNames.contains($0.id) }

  private static let numberNames: Set = [
    "actors", "ties", "density", "mean_degree", "components", "largest_component", "isolates", "transitivity",
    "mean_clustering", "degree_assortativity", "kind_assortativity", "ei_index", "rich_club", "degree_centralization",
  ]

  /// What to ask for in place of a measure that takes all shortest paths or one processor after the other.
  package static let instead = [
    "harmonic": "harmonic_estimate", "closeness": "harmonic_estimate", "community": "label_community",
    "betweenness": "pagerank or degree", "eigenvector": "pagerank",
  ]
}

extension ActorMeasure {
  /// The measure, followed by its error where it is an estimate.
  package var withEstimatedError: [ActorMeasure] {
    id == ActorMeasure.harmonicEstimate.id ? [self, .harmonicEstimateError] : [self]
  }

  /// Whether its values are counts or numbers of groups.
  var isWhole: Bool { ["degree", "coreness", "triangles", "component", "label_community"].contains(id) }
}
