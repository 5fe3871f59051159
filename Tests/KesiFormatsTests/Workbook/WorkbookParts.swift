import CZip

@testable import KesiFormats

/// A workbook made of the XML of its parts, so that a test says what stands in a file.
struct WorkbookParts {
  var parts: [(name: String, bytes: [UInt8])]

  init(_ parts: [(String, String)]) { self.parts = parts.map { ($0.0, Array($0.1.utf8)) } }

  /// A workbook with one sheet.
  ///
  /// - Parameters:
  ///   - rows: what stands within `sheetData`.
  ///   - strings: what stands within `sst`.
  ///   - formats: codes of the number formats of styles 1 and on; `#14` is one that has a number only.
  ///   - after: what follows `sheetData`.
  ///   - settings: what follows the sheets in the main part.
  init(
    rows: String, strings: String = "", formats: [String] = [], after: String = "", settings: String = "",
    properties: String = ""
  ) {
    let codes = formats.enumerated().filter { !$1.hasPrefix("#") || Int($1.dropFirst()) == nil }
    let list = codes.map { "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\(Self.escaped($1))\"/>" }.joined()
    let styles = formats.enumerated().map {
      "<xf numFmtId=\"\($1.hasPrefix("#") ? Int($1.dropFirst()) ?? 200 + $0 : 200 + $0)\"/>"
    }.joined()
    self.init([
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook>\(properties)<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets>\(settings)</workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" \
        Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/>\
        </Relationships>
        """
      ),
      ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData>\(after)</worksheet>"),
      ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
      (
        "xl/styles.xml",
        "<styleSheet><numFmts>\(list)</numFmts><cellXfs><xf numFmtId=\"0\"/>\(styles)</cellXfs></styleSheet>"
      ),
    ])
  }

  subscript(_ name: String) -> String {
    get { parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }
    set {
      parts.removeAll { $0.name == name }
      parts.append((name, Array(newValue.utf8)))
    }
  }

  /// The bytes of the zip file.
  func packed(compressed: Bool = true) -> [UInt8] {
    var error = zip_error_t()
    let source = zip_source_buffer_create(nil, 0, 0, &error)!
    zip_source_keep(source)
    let archive = zip_open_from_source(source, Int32(ZIP_TRUNCATE), &error)!
    let copies = parts.map { part in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(part.bytes.count, 1), alignment: 1)
      copy.copyBytes(from: part.bytes)
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    for (part, copy) in zip(parts, copies) {
      let content = zip_source_buffer(archive, copy.baseAddress, zip_uint64_t(part.bytes.count), 0)
      let index = zip_file_add(archive, part.name, content, zip_flags_t(ZIP_FL_ENC_UTF_8))
      if !compressed { zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_STORE, 0) }
    }
    zip_close(archive)
    defer { zip_source_free(source) }
    var information = zip_stat_t()
    zip_source_stat(source, &information)
    zip_source_open(source)
    defer { zip_source_close(source) }
    return [UInt8](unsafeUninitializedCapacity: Int(information.size)) { bytes, count in
      count = Int(zip_source_read(source, bytes.baseAddress, information.size))
    }
  }

  func read() throws -> Workbook { try Workbook.read(.bytes(packed())) }

  /// The only sheet.
  func sheet() throws -> Sheet { try read().sheets[0] }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}

extension Sheet {
  /// All cells that have anything, `3 B number 1200`.
  var listed: [String] {
    (0..<rowCount).flatMap { row in
      (0..<width(ofRow: row)).filter { !isEmpty(row, $0) }.map { column in
        let fill = filling(row, column).map { " \($0)" } ?? ""
        return
          "\(number(ofRow: row)) \(CellPlace.letters(of: column + 1)) \(content(row, column)) \(text(row, column))\(fill)"
      }
    }
  }
}
