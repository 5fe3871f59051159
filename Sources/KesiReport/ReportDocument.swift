import KesiCluster
import KesiDrawing
import KesiFormats
import KesiNetwork
import KesiResults
import Mustache

/// What the template of the document is filled with: chapters of the page in one language, for those who print, sign and
/// write into it.
struct ReportDocument {
  let chapters: ReportChapters
  let leading: [HTML]

  init(of report: Report) throws {
    chapters = try ReportChapters(of: report)
    // A network that cannot be judged has none.
    leading = (report.leadingSentences.isEmpty ? report.sentences : report.leadingSentences).map { HTML($0) }
  }
}

extension Report {
  /// Millimeters: as wide as the text, and as high as maps usually are then.
  private static let mapSize = "170x130"

  /// The bytes of an office document (.docx) in the language of the report.
  ///
  /// - Throws: `DrawingError` where pandoc is not installed or fails, or Graphviz fails.
  public func document() throws -> [UInt8] {
    let pandoc = try Pandoc.find()
    let template = try MustacheTemplate(string: Self.bilingual(Self.text(PackageResources.document_html)))
    let text = template.render(try ReportDocument(of: self))
    let map = try documentMap()
    return try TemporaryFolder.lend { folder in
      try AtomicFile.write(Array(text.utf8), to: "\(folder)/report.html")
      try AtomicFile.write(map, to: "\(folder)/map.png")
      try AtomicFile.write(Array(languageFilter.utf8), to: "\(folder)/language.lua")
      try ZipFile.write(documentLook(), to: "\(folder)/look.docx")
      // Not in its sandbox, in which Debian's pandoc finds no parts for documents: the markup is ours, every text in it is
      // escaped, and the one thing that it refers to is the map.
      try pandoc.run(
        [
          "--from=html-auto_identifiers", "--to=docx", "--reference-doc=\(folder)/look.docx",
          "--lua-filter=\(folder)/language.lua", "--resource-path=\(folder)", "--output=\(folder)/report.docx",
          "\(folder)/report.html",
        ], in: folder)
      return try pandoc.document("\(folder)/report.docx")
    }
  }

  /// The map as it is printed: with its legend, without what the document says beside it.
  private func documentMap() throws -> [UInt8] {
    var style = PictureStyle(language)
    style.page = Page(Self.mapSize)
    style.isPlain = true
    return try MapDrawing.picture(of: analysis, gaps: gaps, size: .degree, style: style).bytes(as: .png)
  }

  /// Keeps of every text the one in the language of the document.
  private var languageFilter: String {
    """
    function Span(span)
      for _, word in ipairs(span.classes) do
        if word == "\(language.rawValue)" then return span.content end
        if word == "en" or word == "zh" then return {} end
      end
    end
    """
  }

  /// A document without words, whose page, styles and footer pandoc takes over.
  private func documentLook() -> [(name: String, text: String)] {
    let mark = network.isIllustrative ? Phrase("illustrative data", zh: "示意数据")(language) : nil
    let running = [title(language).visible, mark].compactMap(\.self).joined(separator: " · ")
    let footer = Self.text(PackageResources.document_footer_xml)
      .split(separator: "{{{running}}}", omittingEmptySubsequences: false).joined(separator: running.inXML)
    return [
      ("word/document.xml", Self.text(PackageResources.document_page_xml)),
      ("word/styles.xml", Self.text(PackageResources.document_styles_xml)),
      ("word/footer1.xml", footer),
      ("word/_rels/document.xml.rels", Self.text(PackageResources.document_links_xml)),
    ]
  }
}
