import KesiNetwork

/// What a range of the rows of a table holds, read by one worker.
struct TablePart<Row: NetworkRow>: Sendable {
  var rows = Row.Rows()
  /// The number of each row, in tables whose rows are told apart once all are read.
  var numbers: [Int] = []
  /// The columns that are not declared, in step with the rows.
  var carried: [Network.CarriedColumn]
  var newActors = Newcomers()
  var newConsortia = Newcomers()
  var problems = ProblemRecord()
  /// How many rows the range has in all, empty ones and comments among them.
  var rowCount = 0
  var comments = 0
  var firstComment = 0
  /// Rows that repeat the header, and rows of totals.
  var repeatedHeads = 0
  var totals: [Int] = []
  var missing: [(column: ColumnHead, word: String, count: Int)] = []
  var failure: RecordFailure?
  /// Whether a quote stood where it does not tell where rows end.
  var hasStrayQuote = false
}
