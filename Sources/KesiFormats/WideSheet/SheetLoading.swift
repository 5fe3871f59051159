import KesiMatrix
import KesiNetwork

extension Workbook {
  /// The sheets of a workbook, or the one sheet that a text of separated values is.
  ///
  /// - Throws: `NoInput`; `BadData` where it is neither; ``IdleChoice`` where something is said of how to read a text, and
  ///   it is a workbook.
  package static func sheets(
    of source: FileSource, _ options: ReadingOptions = ReadingOptions(), on parallel: Parallel = Parallel()
  ) throws -> Workbook {
    let source = try source.opened()
    let specimen = ForeignFormat.Specimen(source.start, path: source.path)
    if specimen.isZip || specimen.isCompound {
      if let idle = options.choices.first(where: { !Format.workbook.honors.contains($0) }) {
        throw IdleChoice(idle, of: source.name, .workbook)
      }
      return try read(source, on: parallel)
    }
    return Workbook([try Sheet(text: source, options)])
  }
}

extension Sheet {
  /// A text of separated values.
  ///
  /// - Throws: `BadData` where it is none, or has more rows than a sheet may have.
  init(text source: FileSource, _ options: ReadingOptions = ReadingOptions()) throws {
    let file = source.plainShortName
    do {
      self = try source.withBytes { bytes in
        try TextDecoding.withUTF8(bytes, as: options.encoding) { text, _ in
          try Sheet(text, of: file, separator: options.separator)
        }
      }
    } catch let failure as TextDecoding.Failure {
      throw BadData([Problem(.error, .file(file), failure.message)])
    } catch let failure as RecordFailure {
      throw BadData([Problem(.error, .line(file: file, failure.row), failure.message)])
    }
  }

  /// The rows of a text, or its first ones.
  ///
  /// - Parameters:
  ///   - file: what messages call it.
  ///   - separator: what parts cells, where it is said.
  ///   - count: how many rows are read; all where it is nil.
  /// - Throws: `RecordFailure` where quotes are open at its end; `BadData` where it has more rows than a sheet may have.
  init(
    _ text: UnsafeBufferPointer<UInt8>, of file: String, separator: Dialect.Separator?, first count: Int? = nil
  ) throws {
    self.init(file: file)
    let dialect = DialectGuess(text, separator: separator) {
      HeadWords.areKnown($0) || !SheetHeadWords.matches(of: $0).isEmpty
    }.dialect
    var rows = TextRows(text, dialect)
    while try rows.next() {
      if rowCount == count { break }
      if rowCount == SheetBounds.mostRows { throw BadData([SheetBounds.tooLong(file)]) }
      beginRow(rows.record.row)
      for text in rows.record.strings { append(text) }
    }
  }
}
