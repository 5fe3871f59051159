import KesiNetwork

extension ForeignFormat {
  /// What offices save that is no workbook of today.
  static let oldOffice: [ForeignFormat] = [
    ForeignFormat(
      id: "locked",
      refusal: Phrase(
        "is locked with a password. Open it in Excel or WPS, remove the password (File, Info, Protect Workbook), save it and try again.",
        zh: "设有打开密码。请在 Excel 或 WPS 中打开，取消密码（文件—信息—保护工作簿），保存后再试。"),
      isMeant: { $0.isCompound && $0.holds("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0") }),
    ForeignFormat(
      id: "et",
      refusal: Phrase(
        "is a WPS table (.et). Open it in WPS and save it as an Excel workbook (.xlsx).",
        zh: "是 WPS 表格文件（.et）。请在 WPS 中另存为 Excel 工作簿（.xlsx）。"),
      isMeant: { $0.isCompound && ($0.ending == "et" || $0.ending == "ett") }),
    ForeignFormat(
      id: "doc",
      refusal: Phrase(
        "is a document or slides of an old Office, not a table. Copy the table into Excel and save it as a workbook (.xlsx).",
        zh: "是旧版 Word 或演示文稿，不是表格。请把其中的表格复制到 Excel，存为工作簿（.xlsx）。"),
      isMeant: {
        $0.isCompound
          && (["doc", "dot", "ppt", "pps", "wps", "dps"].contains($0.ending)
            || $0.holds("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"))
      }),
    ForeignFormat(
      id: "xls",
      refusal: Phrase(
        "is a workbook of Excel 97–2003 (.xls), or one with a password. Open it in Excel or WPS and save it as an Excel workbook (.xlsx) without a password.",
        zh: "是 Excel 97–2003 工作簿（.xls），或设有密码。请在 Excel 或 WPS 中另存为 Excel 工作簿（.xlsx），不设密码。"),
      isMeant: \.isCompound),
  ]

  /// What comes in a zip file and is no workbook that Kesi reads.
  static let zipped: [ForeignFormat] = [
    ForeignFormat(
      id: "ods",
      refusal: Phrase(
        "is a table of LibreOffice (.ods). Open it there and save it as Excel 2007–365 (.xlsx).",
        zh: "是 LibreOffice 表格（.ods）。请用 LibreOffice 另存为“Excel 2007–365（.xlsx）”。"),
      isMeant: {
        $0.isZip && $0.holds("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
      }),
    ForeignFormat(
      id: "odf",
      refusal: Phrase(
        "is a document of LibreOffice, not a table. Copy the table into a spreadsheet and save it as a workbook (.xlsx).",
        zh: "是 LibreOffice 文档，不是表格。请把其中的表格复制到电子表格，存为工作簿（.xlsx）。"),
      isMeant: { $0.isZip && $0.holds("mimetypeapplication/vnd.oasis.opendocument.") }),
    ForeignFormat(
      id: "numbers",
      refusal: Phrase(
        "is a table of Apple Numbers. Open it there and export it to Excel (File, Export To, Excel).",
        zh: "是苹果 Numbers 表格。请在 Numbers 中导出为 Excel（文件—导出为—Excel）。"),
      isMeant: { $0.hasEntry("Index/Document.iwa") || ($0.isZip && $0.ending == "numbers") }),
    ForeignFormat(
      id: "xlsb",
      refusal: Phrase(
        "is a binary workbook of Excel (.xlsb). Open it in Excel and save it as an Excel workbook (.xlsx).",
        zh: "是 Excel 二进制工作簿（.xlsb）。请在 Excel 中另存为 Excel 工作簿（.xlsx）。"),
      isMeant: { $0.hasEntry("xl/workbook.bin") || ($0.isZip && $0.ending == "xlsb") }),
    ForeignFormat(
      id: "docx",
      refusal: Phrase(
        "is a Word document, not a table. Copy the table into Excel and save it as a workbook (.xlsx).",
        zh: "是 Word 文档，不是表格。请把其中的表格复制到 Excel，存为工作簿（.xlsx）。"),
      isMeant: { $0.hasEntry("word/") || ($0.isZip && $0.ending == "docx") }),
    ForeignFormat(
      id: "pptx",
      refusal: Phrase(
        "is a set of slides, not a table. Copy the table into Excel and save it as a workbook (.xlsx).",
        zh: "是演示文稿，不是表格。请把其中的表格复制到 Excel，存为工作簿（.xlsx）。"),
      isMeant: { $0.hasEntry("ppt/") || ($0.isZip && $0.ending == "pptx") }),
    ForeignFormat(
      id: "zip",
      refusal: Phrase(
        "is a zip file and no workbook. Unpack it and name what is in it.",
        zh: "是 zip 压缩包，不是工作簿。请先解压，再指定其中的文件。"),
      isMeant: { $0.isZip && !$0.hasEntry("[Content_Types].xml") && !$0.hasEntry("_rels/.rels") }),
  ]

  /// What programs write as tags under the name of a workbook.
  static let markedUp: [ForeignFormat] = [
    ForeignFormat(
      id: "xml2003",
      refusal: Phrase(
        "is an XML table of Excel 2003. Open it in Excel or WPS and save it as an Excel workbook (.xlsx).",
        zh: "是 Excel 2003 的 XML 表格。请在 Excel 或 WPS 中另存为 Excel 工作簿（.xlsx）。"),
      isMeant: {
        $0.isMarkup
          && ($0.holds("urn:schemas-microsoft-com:office:spreadsheet") || $0.holds("progid=\"Excel.Sheet\""))
      }),
    ForeignFormat(
      id: "html",
      refusal: Phrase(
        "is a web page (HTML), whatever its name says, as some systems export it. Open it in Excel or WPS and save it as an Excel workbook (.xlsx).",
        zh: "实际是网页（HTML），不少系统导出的“Excel”即是如此。请在 Excel 或 WPS 中打开，另存为 Excel 工作簿（.xlsx）。"),
      isMeant: { specimen in
        specimen.isMarkup
          && ["<html", "<!doctype html", "<table", "<head", "<meta"].contains { specimen.holdsLetters($0) }
      }),
  ]
}
