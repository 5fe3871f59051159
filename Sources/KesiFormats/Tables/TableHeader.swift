/// The first record of a table that is written, from which a reader tells that commas part its cells.
///
/// A reader counts commas, semicolons and tabs up to the first line break, whether they stand in quotes or not. Names that
/// hold others must not outnumber the commas there, so columns without a name and without values are added: at the end, or
/// before the first name that holds a break.
struct TableHeader {
  let text: String
  /// How many columns there are, empty ones among them.
  let width: Int
  /// Before which of the named columns the empty ones stand; their number where they stand at the end, where rows need
  /// none.
  let gap: Int
  /// What stands for the empty columns in a row.
  let filling: String

  init(_ titles: [String]) {
    let isBreak: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D }
    var fields = titles.map { $0.asField(between: ",") }
    gap = titles.firstIndex { $0.utf8.contains(where: isBreak) } ?? titles.count
    let whole = fields.joined(separator: ",")
    let line = whole.utf8.prefix { !isBreak($0) }
    func count(_ mark: Unicode.Scalar) -> Int { line.count { UInt32($0) == mark.value } }
    let missing = max(0, max(count(";"), count("\t")) - count(","))
    width = titles.count + missing
    filling = String(repeating: ",", count: missing)
    fields.insert(contentsOf: repeatElement("", count: missing), at: gap)
    text = fields.joined(separator: ",")
  }
}
