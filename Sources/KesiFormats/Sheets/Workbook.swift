/// The sheets of a workbook, as they lie.
package struct Workbook: Sendable {
  package var sheets: [Sheet]

  package init(_ sheets: [Sheet]) { self.sheets = sheets }
}
