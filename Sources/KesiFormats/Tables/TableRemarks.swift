import KesiNetwork

extension Remark {
  /// How a text was understood.
  static func text(_ file: String, _ finding: TextDecoding.Finding, _ dialect: DialectGuess, head: Int) -> Remark {
    let encoding = finding.sentence
    let separator = dialect.dialect.separator.label
    let stated = dialect.isStated ? Phrase(" (as its first line says)", zh: "（由首行 sep= 指定）") : Phrase("", zh: "")
    let header =
      head == 0 ? Phrase("no header", zh: "无表头") : Phrase("header in row \(head)", zh: "表头在第 \(head) 行")
    return Remark(
      .file(file),
      Phrase(
        "\(encoding.en); separator \(separator.en)\(stated.en); \(header.en).",
        zh: "\(encoding.zh)；分隔符 \(separator.zh)\(stated.zh)；\(header.zh)。"))
  }

  static func sheet(_ file: String, head: Int) -> Remark {
    Remark(.file(file), Phrase("header in row \(head).", zh: "表头在第 \(head) 行。"))
  }
}

extension TableLayout {
  /// Which columns were used for what, and which not.
  func remarks(of file: String) -> [Remark] {
    var remarks = [
      Remark(
        .file(file),
        Phrase(
          "columns used: \(used.map { usage($0, .en) }.joined(separator: ", ")).",
          zh: "已使用的列：\(used.map { usage($0, .zh) }.joined(separator: "、"))。"))
    ]
    if !carried.isEmpty {
      let titles = carried.map(\.title.shortened)
      remarks.append(
        Remark(
          .file(file),
          Phrase(
            "columns not used, passed on as they are: \(titles.joined(separator: ", ")).",
            zh: "未使用的列（原样保留）：\(titles.joined(separator: "、"))。")))
    }
    return remarks
  }

  /// `weight`, or `金额 (weight)` where the title is another word.
  private func usage(_ used: Used, _ language: Language) -> String {
    let head = used.column.head
    let name = language == .zh ? head.chinese ?? head.id : head.id
    if used.title.isEmpty {
      return language == .zh ? "\(name)（第 \(used.place + 1) 列）" : "\(name) (column \(used.place + 1))"
    }
    if used.title.plainWord == name.plainWord { return name }
    return language == .zh ? "\(used.title.shortened)（作\(name)）" : "\(used.title.shortened) (as \(name))"
  }

  /// Columns whose titles are nearly those of columns that Kesi knows and the table does not have.
  func nearMisses(in file: String) -> [Problem] {
    let unused = Row.columns.map(\.head).filter { head in !used.contains { $0.column.head.isSame(as: head) } }
    return carried.compactMap { title, _ in
      if title.isNameOfR {
        return Problem(
          .notice, .file(file),
          Phrase(
            "the column “\(title)” is not used: R calls columns so that have no name. Call it weight, kind or year if it is one.",
            zh: "未使用“\(title)”列：R 对未命名的列使用此名。如为强度、类型或年份，请改列名。"))
      }
      guard let near = unused.first(where: { $0.isNearly(title) }) else { return nil }
      return Problem(
        .notice, .file(file),
        Phrase(
          "the column “\(title.shortened)” is not used. Did you mean “\(near.id)”? Rename it if so.",
          zh: "未使用“\(title.shortened)”列。是否应为“\(near.chinese ?? near.id)”？如是，请改列名。"))
    }
  }
}

extension String {
  /// `V3`: what R calls a column that was not named.
  fileprivate var isNameOfR: Bool {
    let letters = unicodeScalars
    return letters.first == "V" && (2...4).contains(letters.count) && letters.dropFirst().allSatisfy(\.isDigit)
  }
}

extension ColumnHead {
  /// Whether a title differs by a letter from what the column is called, or one begins with the other.
  fileprivate func isNearly(_ title: String) -> Bool {
    let plain = title.folded.lowercased()
    guard plain.unicodeScalars.count >= 4, plain.utf8.count <= 60 else { return false }
    return ([id] + names).contains { name in
      guard name.unicodeScalars.count >= 4 else { return false }
      return name.hasPrefix(plain) || plain.hasPrefix(name) || name.editDistance(to: plain) == 1
    }
  }
}
