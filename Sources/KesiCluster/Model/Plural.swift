extension Int {
  /// A count with its noun, in English: `1 tie`, `2 ties`, `2 consortia`.
  public func counted(_ noun: String, _ plural: String? = nil) -> String {
    "\(self) " + (self == 1 ? noun : plural ?? noun + "s")
  }
}
