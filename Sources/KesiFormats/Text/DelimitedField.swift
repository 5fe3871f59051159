import KesiNetwork

extension String {
  /// The text as a field of CSV (RFC 4180) or TSV that is read back as it is: what a reader could take for something else
  /// (a comment, white space to be left out, a word for nothing) stands in quotes.
  package func asField(between delimiter: Unicode.Scalar) -> String {
    let mark = UInt8(ascii: "\"")
    let needsQuotes =
      utf8.contains { $0 == mark || $0 == 0x0A || $0 == 0x0D || UInt32($0) == delimiter.value }
      || utf8.first.map { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "%") } == true
      || unicodeScalars.first?.isBlank == true || unicodeScalars.last?.isBlank == true
      || !utf8.isEmpty && MissingValue.mayBeStated(by: utf8)
        && (MissingValue.isStated(by: self) || NoAnswer.isSentence(self))
    guard needsQuotes else { return self }
    var quoted = "\""
    for scalar in unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
