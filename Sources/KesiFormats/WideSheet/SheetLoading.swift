import KesiNetwork

/// A sheet from a file of comma-separated values.
package enum SheetLoading {
  package static func csv(_ path: String) throws -> Sheet {
    try FileSource.path(path).withBytes { bytes in
      try TextDecoding.withUTF8(bytes) { text in
        var sheet = Sheet(file: path.split(separator: "/").last.map(String.init) ?? path)
        var parser = CSVParser(text)
        while try parser.next() {
          sheet.beginRow(parser.record.row)
          for field in parser.record.fields { sheet.append(parser.record.string(field)) }
        }
        return sheet
      }
    }
  }
}
