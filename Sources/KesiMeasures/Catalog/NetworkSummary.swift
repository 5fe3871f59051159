import KesiMatrix

/// Measures of a network as a whole, in the order in which they are shown. A value is nil where it is undefined. Density,
/// degrees and distances go by direction where the matrix has it (``directedNumbers``); all other numbers ignore it.
///
/// - Complexity: that of all-pairs distances.
public func networkSummary(of context: MeasureContext) throws -> [(name: String, value: Double?)] {
  let matrix = context.matrix
  let order = Double(matrix.order)
  let ties = Double(matrix.tieCount)
  let pairs = order * (order - 1) / (matrix.isSymmetric ? 2 : 1)
  let profile = try context.distances()
  let component = components(of: matrix, on: context.parallel)
  let degree = degrees(of: context.undirected)
  let triangles = try context.triangles()
  let sizes = Dictionary(grouping: component, by: { $0 }).mapValues(\.count)
  // Of several components that are as large, the greatest diameter and the greatest radius.
  var largest: [Int: (diameter: Double, radius: Double)] = [:]
  for (part, value) in zip(component, profile.eccentricity) where sizes[part] == sizes[1] {
    let known = largest[part] ?? (value, value)
    largest[part] = (max(known.diameter, value), min(known.radius, value))
  }
  // By direction, not every actor of the largest component need reach all others: then it has no radius.
  let reachesAll = zip(component, profile.reached).allSatisfy { sizes[$0] != sizes[1] || Int($1) >= sizes[1] ?? 0 }
  let pathCount = profile.reached.reduce(0) { $0 + Double($1 - 1) }
  let triples = degree.reduce(0.0) { $0 + Double($1) * Double($1 - 1) / 2 }
  let local = clustering(degrees: degree, triangles: triangles)
  let cuts = context.cutpoints()
  return [
    ("actors", order),
    ("ties", ties),
    ("density", pairs > 0 ? ties / pairs : nil),
    ("mean_degree", order > 0 ? Double(degrees(of: matrix).reduce(0, +)) / order : nil),
    ("components", Double(sizes.count)),
    ("largest_component", Double(sizes[1] ?? 0)),
    ("isolates", Double(degree.count { $0 == 0 })),
    ("diameter", largest.values.map(\.diameter).max()),
    ("radius", reachesAll ? largest.values.map(\.radius).max() : nil),
    ("mean_distance", pathCount > 0 ? profile.total.reduce(0, +) / pathCount : nil),
    ("transitivity", triples > 0 ? Double(triangles.reduce(0, +)) / triples : nil),
    ("mean_clustering", order > 0 ? local.reduce(0, +) / order : nil),
    ("degree_assortativity", degreeAssortativity(of: context.undirected)),
    ("kind_assortativity", groupAssortativity(of: context.undirected, groups: try context.mixingGroups())),
    ("ei_index", externalInternalIndex(of: context.undirected, groups: try context.mixingGroups()).whole.defined),
    ("modularity", quality(of: try context.communities(), in: matrix, by: .modularity())),
    ("communities", Double(try context.communities().max() ?? 0)),
    ("algebraic_connectivity", try algebraicConnectivity(of: matrix, on: context.parallel)),
    ("core_periphery_fit", context.corePeriphery().fit),
    ("rich_club", richClub(of: context.undirected).amongTop(share: 0.1, degrees: degree)),
    ("degree_centralization", degreeCentralization(degree)),
    ("cut_actors", Double((0..<matrix.order).count { cuts.isArticulation($0) })),
    ("bridge_ties", Double(cuts.bridges.count)),
  ]
}

/// The numbers of the summary that go by the direction of ties where there is one.
package let directedNumbers = ["ties", "density", "mean_degree", "diameter", "radius", "mean_distance"]

extension Double {
  /// Nil where it is no number.
  fileprivate var defined: Double? { isNaN ? nil : self }
}

extension [Double] {
  /// Of a rich-club curve, the density among those with more ties than all but a share of the vertices have.
  fileprivate func amongTop(share: Double, degrees: [Int]) -> Double? {
    guard !degrees.isEmpty else { return nil }
    let place = Int((1 - share) * Double(degrees.count))
    let degree = degrees.sorted()[Swift.min(place, degrees.count - 1)] - 1
    return degree >= 0 && degree < count ? self[degree] : nil
  }
}
