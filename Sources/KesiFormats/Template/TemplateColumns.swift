import KesiNetwork

/// The columns of a table as a workbook to fill in has them: with what each means, how it is filled in, and what may be
/// chosen.
struct TemplateColumns {
  let language: Language
  /// The tables of the workbook, by their sheets.
  let sheets: [Table: Int]

  func columns(of table: Table) -> [WrittenSheet.Column] {
    table.heads.map { head in
      var column = WrittenSheet.Column(head: head.title(in: language))
      column.isRequired = head.isRequired
      column.note = note(on: head)
      column.width = Self.width(of: head)
      column.entry = entry(of: head)
      return column
    }
  }

  /// What a column means and how it is filled in, in the words of a workbook.
  func meaning(of head: ColumnHead) -> String {
    let texts = [head.definition, head.meaning?.advice].compactMap { $0?(language) }
    return inWorkbook(texts.joined(separator: language == .zh ? "" : " "))
  }

  private func note(on head: ColumnHead) -> String {
    let need = head.isRequired ? Phrase("Required. ", zh: "【必填】") : Phrase("", zh: "")
    return need(language) + meaning(of: head)
  }

  /// Tables are sheets here, not files.
  private func inWorkbook(_ text: String) -> String {
    Table.allCases.reduce(text) { text, table in
      let name = NetworkSheets.name(of: table, in: language)
      let sheet = language == .zh ? "“\(name)”表" : "the sheet “\(name)”"
      return text.replacing(" \(table.file) ", with: language == .zh ? sheet : " \(sheet) ")
        .replacing(table.file, with: sheet)
    }
  }

  private static func width(of head: ColumnHead) -> Double {
    switch head.kind {
    case .text, .zone, .list, .kinds: head.need == .value ? 24 : 18
    case .reference, .references: 24
    case .kind, .tieKind, .term, .date: 16
    case .number, .flag, .direction: 14
    }
  }

  private func entry(of head: ColumnHead) -> WrittenSheet.Column.Entry {
    var entry = WrittenSheet.Column.Entry()
    switch head.kind {
    case .text, .zone, .tieKind: break
    case .kind:
      entry.choices = .words(Kind.builtIn.map { $0.label(language) })
      entry.question = Self.other(language)
    case .list, .kinds:
      entry.advice = Phrase("Several in one cell: with semicolons between.", zh: "一格填写多项时，用分号“；”隔开。")(language)
    case .number(let range):
      entry.numbers = range.clamped(to: -Double.greatestInTables...Double.greatestInTables)
      entry.question = Phrase(
        "A number is expected here, without units. Keep what you wrote?", zh: "此处应填数字，不带单位。确定保留所填内容吗？")(language)
    case .flag, .direction:
      entry.choices = .words(Answer.allCases.map { $0.label(language) })
      entry.question = Self.other(language)
    case .date:
      entry.advice = Phrase(
        "A year, a month or a day: 2024, 2024-05, 2024-05-17. Empty means open.",
        zh: "写年、年月或年月日：2024、2024-05、2024-05-17；留空表示不限。")(language)
    case .term(let words):
      entry.choices = .words(words.labels.map { $0(language) })
      entry.question = Self.other(language)
    case .references(let table):
      let name = NetworkSheets.name(of: table, in: language)
      entry.advice = Phrase(
        "Names or ids of the sheet “\(name)”, with semicolons between.", zh: "填“\(name)”表中的名称或编号，用分号“；”隔开。")(language)
    case .reference(let table):
      let name = NetworkSheets.name(of: table, in: language)
      if let sheet = sheets[table], let column = table.nameColumn {
        entry.choices = .column(sheet: sheet, column: column)
      }
      entry.advice = Phrase(
        "A name or an id of the sheet “\(name)”: fill that in first.", zh: "填“\(name)”表中的名称或编号；请先填好“\(name)”表。")(
          language)
      entry.question = Phrase(
        "The sheet “\(name)” has no such name. Keep it, if it is an id that is there.",
        zh: "“\(name)”表中没有这个名称。如填的是编号，可以保留。")(language)
    }
    return entry
  }

  private static let other = Phrase(
    "This is usually one of the words of the list. Keep what you wrote?", zh: "此列一般从下拉列表中选择。确定保留所填内容吗？")
}
