import KesiMatrix
import KesiMeasures

// Numbers of networks that several entries of the catalogue share.
extension MatrixNumbers {
  /// The sizes of the components, the largest first.
  func componentSizes() -> [Int] {
    let component = components()
    var sizes = [Int](repeating: 0, count: component.max() ?? 0)
    for part in component { sizes[part - 1] += 1 }
    return sizes
  }

  /// The diameter and the radius of the largest component; of several as large, the greatest of each. By direction, not
  /// every vertex of it need reach all others: then it has no radius.
  func largestExtent() throws -> (diameter: Double?, radius: Double?) {
    let profile = try distances()
    let component = components()
    let sizes = componentSizes()
    guard let largest = sizes.first else { return (nil, nil) }
    var extents: [Int: (diameter: Double, radius: Double)] = [:]
    for (part, value) in zip(component, profile.eccentricity) where sizes[part - 1] == largest {
      let known = extents[part] ?? (value, value)
      extents[part] = (max(known.diameter, value), min(known.radius, value))
    }
    let reachesAll = zip(component, profile.reached).allSatisfy { sizes[$0 - 1] != largest || Int($1) >= largest }
    return (extents.values.map(\.diameter).max(), reachesAll ? extents.values.map(\.radius).max() : nil)
  }

  /// Counts of paths through vertices as shares of the pairs of others, where the options ask for that.
  func normalized(_ raw: [Double]) -> [Double] {
    guard options.isNormalized else { return raw }
    let others = Double(matrix.order - 1)
    let pairs = others * (others - 1) / (matrix.isSymmetric ? 2 : 1)
    return raw.map { pairs > 0 ? $0 / pairs : 0 }
  }

  /// Numbers for the entries of the undirected matrix, as numbers for the entries of the matrix.
  func spread(_ values: [Int]) -> [Int] {
    guard !matrix.isSymmetric else { return values }
    return matrix.withRows { rows in
      undirected.withRows { both in
        (0..<rows.order).flatMap { row in
          // What is tied one way is tied without direction.
          rows.entries(row).map { values[both.entry(row: row, column: rows.column($0))!] }
        }
      }
    }
  }
}

extension [Double] {
  /// Of a rich-club curve, the density among those with more ties than all but a share of the vertices have.
  func amongTop(share: Double, degrees: [Int]) -> Double? {
    guard !degrees.isEmpty else { return nil }
    let place = Int((1 - share) * Double(degrees.count))
    let degree = degrees.sorted()[Swift.min(place, degrees.count - 1)] - 1
    return degree >= 0 && degree < count ? self[degree] : nil
  }
}
