import KesiMatrix

/// How strongly one vertex is tied to each group of others: sums by label, with the labels that occur. One worker's own.
final class LinkSums {
  private let sums: Scratch<Double>
  private let labels: Scratch<UInt32>
  private var count = 0

  init(count: Int) {
    sums = Scratch(repeating: 0, count: count)
    // A place more than there are labels: what is written there before it is known to be new.
    labels = Scratch(repeating: 0, count: count + 1)
  }

  @inline(__always) subscript(label: UInt32) -> Double { sums[Int(label)] }

  /// Adds a weight above 0; without a branch, for whether a label is new is hard to predict.
  @inline(__always) func add(_ weight: Double, to label: UInt32) {
    labels[count] = label
    count &+= sums[Int(label)] == 0 && weight > 0 ? 1 : 0
    sums[Int(label)] += weight
  }

  /// Hands over each label with its sum, in the order in which they came, and forgets them.
  @inline(__always) func drain(_ body: (_ label: UInt32, _ sum: Double) -> Void) {
    for index in 0..<count {
      let label = labels[index]
      body(label, sums[Int(label)])
      sums[Int(label)] = 0
    }
    count = 0
  }
}
