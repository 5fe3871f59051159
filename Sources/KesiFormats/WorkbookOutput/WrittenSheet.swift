/// A sheet of a workbook that is to be written: a table with its head in the first row, as filters and other programs want
/// it, or a page to read.
package struct WrittenSheet {
  /// As it is wanted; what spreadsheets do not allow in it is changed.
  package var name: String
  /// Those of a page have no heads.
  package var columns: [Column]
  package var isTable = true
  /// How many rows there are, without the head.
  package var rowCount: Int
  /// Hands the rows over, in order.
  package var rows: Rows
  /// Cells that are filled in each in a way of its own.
  package var entries: [CellEntry] = []
  /// What stands above each printed page.
  package var printedHead = ""

  package typealias Rows = (_ row: ([Cell]) throws -> Void) throws -> Void

  package struct Column {
    package var head = ""
    /// Whether each row needs a value here; the head shows it.
    package var isRequired = false
    /// What is said where one points at the head.
    package var note: String?
    /// In digits; nil for as wide as its cells are, within bounds.
    package var width: Double?
    /// How it is to be filled in, where it is to be.
    package var entry: Entry?

    package init(head: String = "", width: Double? = nil) { (self.head, self.width) = (head, width) }
  }

  /// How one cell is filled in.
  package struct CellEntry {
    /// Below the head, from 0.
    let row: Int
    let column: Int
    let entry: Column.Entry

    package init(row: Int, column: Int, entry: Column.Entry) {
      (self.row, self.column, self.entry) = (row, column, entry)
    }
  }

  package enum Cell: Sendable, Equatable {
    case empty
    /// Always a text, whatever it begins with.
    case text(String, Look = .text)
    case number(Double, Look = .general)
  }

  /// How a cell looks.
  package enum Look: Sendable, Hashable {
    case text, title, section, faint, mark, head, requiredHead
    /// A number as it is, without digits after the point, and with three.
    case general, whole, decimals
    /// A number that three digits after the point would show as nothing.
    case tiny, tinyNegative
    /// A cell to be filled in with a text, also where it could be a number or a date.
    case entry

    /// Whether it is what a row is read for, rather than a title of some rows.
    var isBody: Bool { self == .text || self == .faint || self == .entry || self == .head || self == .requiredHead }
  }

  package init(name: String, columns: [Column], rowCount: Int, rows: @escaping Rows) {
    (self.name, self.columns, self.rowCount, self.rows) = (name, columns, rowCount, rows)
  }

  /// A page of rows at hand.
  package init(page name: String, widths: [Double], _ rows: [[Cell]]) {
    self.init(name: name, columns: widths.map { Column(width: $0) }, rowCount: rows.count) { row in
      for cells in rows { try row(cells) }
    }
    isTable = false
  }
}

extension WrittenSheet.Column {
  /// How the cells of a column are filled in.
  package struct Entry: Sendable {
    package var choices: Choices?
    /// Numbers of this range; nil for texts.
    package var numbers: ClosedRange<Double>?
    /// What is said where one goes to a cell of it; nothing where it is empty.
    package var advice = ""
    /// What is asked where something else is written.
    package var question = ""

    /// What may be chosen from; anything else is asked about, and may stay.
    package enum Choices: Sendable {
      case words([String])
      /// What stands in a column of a sheet of the same workbook.
      case column(sheet: Int, column: Int)
    }

    package init() {}
  }
}
