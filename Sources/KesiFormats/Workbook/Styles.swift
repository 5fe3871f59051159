/// The number format of each style that cells name by number.
final class Styles: XMLHandler {
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: NumberFormat] = [:]
  private var isInCellFormats = false

  func start(_ name: XMLName, _ attributes: XMLAttributes, in reader: XMLReader) {
    switch name {
    case "numFmt":
      guard let id = attributes.count("numFmtId"), let code = attributes.string("formatCode") else { return }
      codes[id] = NumberFormat(code: code)
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = attributes.count("numFmtId") ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func end(_ name: XMLName, in reader: XMLReader) { if name == "cellXfs" { isInCellFormats = false } }
}
