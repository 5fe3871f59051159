import KesiNetwork

/// A workbook to fill in: how that is done, a sheet for each table with its heads, notes and lists to choose from, and an
/// example on a sheet of its own, so that no row of it is taken for data.
package struct NetworkTemplate {
  private let language: Language

  package init(in language: Language) { self.language = language }

  /// Makes a workbook, or a folder of CSV tables with nothing but their heads.
  ///
  /// - Throws: `CannotWrite` where there is something already: what was filled in is not to be lost.
  package func write(to path: String, asFolder: Bool) throws {
    if asFolder {
      // Spreadsheets know Chinese heads by the mark.
      return try TablesWriter(Network(), Wording(language, isForSpreadsheets: language == .zh)).writeHeads(to: path)
    }
    try Self.check(path)
    try AtomicFile.write(try workbook().written().bytes, to: path)
  }

  /// - Throws: `CannotWrite` where there is something already.
  package static func check(_ path: String) throws {
    guard FileBytes.exists(path) else { return }
    throw CannotWrite(
      message: Phrase(
        "\(path) is there already and stays as it is: it may have been filled in. Choose another name, or move it away first.",
        zh: "\(path) 已存在，予以保留，以免覆盖已填内容。请换一个文件名，或先将其移走。"),
      isClosedPipe: false)
  }

  func workbook() throws -> WrittenWorkbook {
    let tables = Table.allCases
    // The instructions are the first sheet.
    let columns = TemplateColumns(
      language: language, sheets: Dictionary(uniqueKeysWithValues: zip(tables, 1...)))
    let sheets = tables.map { table in
      WrittenSheet(
        name: NetworkSheets.name(of: table, in: language), columns: columns.columns(of: table), rowCount: 0
      ) { _ in }
    }
    return WrittenWorkbook(
      [instructions(columns)] + sheets + [try example()],
      title: Phrase("A network to fill in", zh: "网络数据填报模板")(language), in: language)
  }

  private func instructions(_ columns: TemplateColumns) -> WrittenSheet {
    var rows: [[WrittenSheet.Cell]] = [
      [.text(Phrase("How to fill in this workbook", zh: "网络数据填写说明")(language), .title)], [],
    ]
    for (number, step) in zip(1..., Self.steps) { rows.append([.text("\(number)"), .text(step(language))]) }
    rows.append([])
    rows.append([.text(Phrase("Sheets", zh: "各表内容")(language), .section)])
    rows += Table.allCases.map { table in
      [.text(NetworkSheets.name(of: table, in: language)), .text(Self.meaning(of: table)(language))]
    }
    for table in Table.allCases {
      let name = NetworkSheets.name(of: table, in: language)
      rows.append([])
      rows.append([.text(Phrase("Columns of “\(name)”", zh: "“\(name)”表各列")(language), .section)])
      rows += table.heads.map { head in
        [
          .text(head.title(in: language), head.isRequired ? .requiredHead : .head),
          .text(columns.meaning(of: head)),
        ]
      }
    }
    return WrittenSheet(page: NetworkSheets.instructions(language), widths: [18, 84], rows)
  }

  private static let steps = [
    Phrase(
      "Fill in “actors” (one row for each organization) and “ties” (one row for each relation between two of them). The other sheets are for what you have beside; leave them empty otherwise.",
      zh: "先填“主体”（每家单位一行），再填“联系”（每条合作关系一行）。其余各表有资料就填，没有可以留空。"),
    Phrase(
      "Columns with an orange head are required, those with a blue head are not. Point at a head to read what it means. Leave the heads as they are.",
      zh: "橙色表头为必填，蓝色表头为选填。把鼠标移到表头上，可看到该列的含义和填法。请勿改动表头。"),
    Phrase(
      "Each organization needs an id of its own, such as E01. Other sheets name it by its id or its name; names can be chosen from a list.",
      zh: "每家单位须有不重复的编号，如 E01。其他表用编号或名称引用该单位，名称可从下拉列表中选择。"),
    Phrase(
      "Write dates as 2024, 2024-05 or 2024-05-17, and numbers without units. Several entries in one cell have semicolons between them.",
      zh: "日期写成 2024、2024-05 或 2024-05-17；数字不带单位；一格填写多项时，用分号“；”隔开。"),
    Phrase(
      "Leave empty what is not known, and say under “evidence” where a row is from.",
      zh: "不清楚的内容请留空，不要推测；每行的出处写在“依据”列。"),
    Phrase(
      "The sheet “Example” shows what rows look like. Neither it nor this one is read as data.",
      zh: "“示例”表演示填写方法。“示例”表和本页都不会作为数据读入。"),
    Phrase(
      "Then check the file and make a report of it: kesi check FILE.xlsx and kesi report FILE.xlsx -o report.html",
      zh: "填好后检查并生成报告：kesi check 文件名.xlsx，kesi report 文件名.xlsx -o 报告.html"),
  ]

  private static func meaning(of table: Table) -> Phrase {
    switch table {
    case .actors:
      Phrase("The organizations: enterprises, universities, colleges, institutes …", zh: "各家单位：企业、高校、高职院校、科研院所等。")
    case .ties: Phrase("Who works with whom, on what, since when.", zh: "谁与谁合作、合作什么、何时开始。")
    case .chains: Phrase("The industrial chains, and what each needs.", zh: "各条产业链及其需要。")
    case .positions: Phrase("What each organization does in which chain.", zh: "各单位在哪条产业链上、起什么作用。")
    case .consortia: Phrase("The consortia, each with its leader.", zh: "各创新联合体及其牵头单位。")
    case .members: Phrase("Who is a member of which consortium.", zh: "各联合体的成员单位。")
    case .coalitions:
      Phrase(
        "What some organizations would gain together by themselves: for sharing out.", zh: "若干单位自行合作所能得到的收益，用于测算收益分配。")
    case .supplies: Phrase("What each organization can offer others.", zh: "各单位能提供什么、有多少。")
    case .demands: Phrase("What each organization needs from others.", zh: "各单位需要什么、要多少。")
    case .history:
      Phrase("Yearly values of an actor, a chain or a population.", zh: "主体、产业链或某一类单位的历年数值。")
    }
  }

  /// All tables of the example on one sheet, one below the other.
  private func example() throws -> WrittenSheet {
    let tables = WorkbookTables(network: TemplateExample.network(in: language), language: language)
    var rows: [[WrittenSheet.Cell]] = [
      [
        .text(
          Phrase("This is an example and is not read: fill in the other sheets.", zh: "本页为示例，不会读入，请在其他各表中填写。")(
            language),
          .mark)
      ]
    ]
    var width = 1
    for table in Table.allCases {
      let (heads, cells) = try tables.example(of: table)
      rows.append([])
      rows.append([.text(NetworkSheets.name(of: table, in: language), .section)])
      rows.append(heads)
      rows += cells
      width = max(width, heads.count)
    }
    return WrittenSheet(
      page: NetworkSheets.example(language), widths: Array(repeating: 18, count: width), rows)
  }
}
