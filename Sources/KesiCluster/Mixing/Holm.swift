/// Chances corrected for their number: the k-th smallest of n times n − k + 1, never below the ones before.
func holm(_ chances: [Double]) -> [Double] {
  var corrected = chances
  var floor = 0.0
  for (place, index) in chances.indices.sorted(by: { (chances[$0], $0) < (chances[$1], $1) }).enumerated() {
    floor = max(floor, min(1, chances[index] * Double(chances.count - place)))
    corrected[index] = floor
  }
  return corrected
}
