extension Double {
  /// Shortest form that reads back as the same number, whole numbers without a fraction: `2`, `0.25`.
  public var plain: String {
    self == rounded() && magnitude < 1e15 ? String(Int(self)) : description
  }
}
