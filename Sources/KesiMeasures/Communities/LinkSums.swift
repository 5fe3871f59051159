import KesiMatrix

/// How strongly one vertex is tied to each group of others: sums by label, with the labels that occur. One worker's own.
///
/// The caller counts the labels in a variable of its own: one in this object would be written to memory at each tie.
final class LinkSums {
  private let sums: Scratch<Double>
  private let labels: Scratch<UInt32>

  init(count: Int) {
    sums = Scratch(repeating: 0, count: count)
    // A place more than there are labels: what is written there before it is known to be new.
    labels = Scratch(repeating: 0, count: count + 1)
  }

  @inline(__always) subscript(label: UInt32) -> Double { sums[Int(label)] }

  /// Adds a weight; without a branch, for whether a label is new is hard to predict. A weight of 0 makes no label.
  @inline(__always) func add(_ weight: Double, to label: UInt32, _ count: inout Int) {
    let sum = sums[Int(label)]
    labels[count] = label
    count &+= sum == 0 && weight > 0 ? 1 : 0
    sums[Int(label)] = sum + weight
  }

  /// Hands over each label with its sum, in the order in which they came, and forgets them.
  @inline(__always) func drain(_ count: Int, _ body: (_ label: UInt32, _ sum: Double) -> Void) {
    for index in 0..<count {
      let label = labels[index]
      body(label, sums[Int(label)])
      sums[Int(label)] = 0
    }
  }
}
