import KesiMatrix

/// Groups of vertices as labels, one a vertex.
///
/// - Parameter labels: each from 0 to the number of vertices.
/// - Returns: the same groups numbered 1, 2, … by decreasing size, equal sizes by their first vertex.
/// - Complexity: O(n + k log k) for k groups.
package func numberedBySize(_ labels: [Int]) -> [Int] {
  var size = [Int](repeating: 0, count: labels.count + 1)
  for label in labels { size[label] &+= 1 }
  // The groups in the order of their first vertices; a size below 0 is of a group that has been met.
  var groups: [Int] = []
  for label in labels where size[label] > 0 {
    groups.append(label)
    size[label] = -size[label]
  }
  let sorted = groups.enumerated().sorted {
    size[$0.element] == size[$1.element] ? $0.offset < $1.offset : size[$0.element] < size[$1.element]
  }
  for (place, group) in sorted.enumerated() { size[group.element] = place + 1 }
  return labels.map { size[$0] }
}

/// Labels below their number, renumbered 0, 1, … in the order in which they first come.
func dense(_ labels: borrowing Scratch<UInt32>, count: Int) -> (labels: [Int], count: Int) {
  var number = [Int](repeating: -1, count: count)
  var found = 0
  let result = (0..<count).map { place in
    let label = Int(labels[place])
    if number[label] < 0 {
      number[label] = found
      found += 1
    }
    return number[label]
  }
  return (result, found)
}
