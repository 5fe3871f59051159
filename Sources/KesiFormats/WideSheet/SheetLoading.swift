import KesiNetwork

extension Workbook {
  /// The sheets of a workbook, or the one sheet that a text of separated values is.
  ///
  /// - Throws: `NoInput`; `BadData` where it is neither.
  package static func sheets(of source: FileSource) throws -> Workbook {
    let source = try source.opened()
    let specimen = ForeignFormat.Specimen(source.start, path: source.path)
    if specimen.isZip || specimen.isCompound { return try read(source) }
    return Workbook([try Sheet(text: source)])
  }
}

extension Sheet {
  /// A text of separated values, or its first rows.
  ///
  /// - Throws: `BadData` where it is none, or has more rows than a sheet may have.
  init(text source: FileSource, first count: Int? = nil) throws {
    let name = source.plainName
    let file = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
    do {
      self = try source.withBytes { bytes in
        try TextDecoding.withUTF8(bytes) { text in
          var sheet = Sheet(file: file)
          let dialect = DialectGuess(text) { HeadWords.areKnown($0) || !SheetHeadWords.matches(of: $0).isEmpty }.dialect
          var rows = TextRows(text, dialect)
          while try rows.next() {
            if sheet.rowCount == count { break }
            if sheet.rowCount == SheetBounds.mostRows { throw BadData([SheetBounds.tooLong(file)]) }
            sheet.beginRow(rows.record.row)
            for text in rows.record.strings { sheet.append(text) }
          }
          return sheet
        }
      }
    } catch let failure as TextDecoding.Failure {
      throw BadData([Problem(.error, .file(file), failure.message)])
    } catch let failure as RecordFailure {
      throw BadData([Problem(.error, .line(file: file, failure.row), failure.message)])
    }
  }
}
