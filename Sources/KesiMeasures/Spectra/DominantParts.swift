import KesiMatrix

/// Parts whose greatest eigenvalues agree to this share count as equal.
let eigenvalueMargin = 1e-11

/// The greatest eigenvalue of a symmetric operator without negative entries that falls into parts, and the vector that
/// iteration from equal values approaches: exactly 0 on every part whose own greatest eigenvalue is smaller.
///
/// The process sees all parts at once. A part that comes out with a smaller Rayleigh quotient is there by rounding, or since
/// its eigenvalue is so close that it has not died away: the process is then run again on the others alone.
///
/// - Parameter parts: a label from 0 on for each vertex; the operator ties vertices of one part only.
func dominantEigenpair(
  of parts: [Int], on parallel: Parallel, multiply: ([Double]) throws(Cancelled) -> [Double]
) throws(Cancelled) -> Eigenpair? {
  var start = [Double](repeating: 1, count: parts.count)
  let count = (parts.max() ?? 0) + 1
  while true {
    guard let pair = try greatestEigenpair(from: start, tolerance: 1e-13, on: parallel, multiply: multiply) else {
      return nil
    }
    let image = try multiply(pair.vector)
    var mass = [Double](repeating: 0, count: count)
    var energy = mass
    for (vertex, part) in parts.enumerated() {
      mass[part] += pair.vector[vertex] * pair.vector[vertex]
      energy[part] += pair.vector[vertex] * image[vertex]
    }
    // A part with the greatest eigenvalue has at least one nth of the whole, n below 2³².
    let quotients = (0..<count).map { mass[$0] > 1e-12 ? energy[$0] / mass[$0] : 0 }
    let least = (quotients.max() ?? 0) * (1 - eigenvalueMargin)
    let isKept = quotients.map { $0 > 0 && $0 >= least }
    if (0..<count).allSatisfy({ isKept[$0] || mass[$0] < 1e-24 }) {
      let vector = zip(pair.vector, parts).map { isKept[$1] ? abs($0) : 0 }
      return Eigenpair(value: pair.value, vector: vector)
    }
    for (vertex, part) in parts.enumerated() where !isKept[part] { start[vertex] = 0 }
  }
}
