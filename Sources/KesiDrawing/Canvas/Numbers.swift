extension Double {
  /// Indices and severities as people see them everywhere: `0.435`, `0.600`.
  var threeDigits: String {
    guard isFinite, magnitude < 1e12 else { return "–" }
    let thousandths = Int((self * 1000).rounded())
    let digits = String(thousandths.magnitude % 1000)
    return (thousandths < 0 ? "-" : "") + String(thousandths.magnitude / 1000) + "."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
