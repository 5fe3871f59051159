extension IndexPart {
  /// The parts of the chain index, in the order in which they are shown.
  public static let all: [IndexPart] = [
    .coverage, .depth, .redundancy, .cohesion, .reach, .vitality, .fit,
  ]
}
