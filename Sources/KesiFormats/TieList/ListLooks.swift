import KesiNetwork

/// What can be seen of a list without knowing any of its words.
extension ListSample {
  /// Whether the first row is of another kind than those below it: words above numbers, plain words above names.
  var firstLooksLikeHeader: Bool {
    guard let first = rows.first?.cells, rows.count > 1 else { return false }
    let ends = [0, 1].map { column($0, below: 0) }
    // A header is no name that comes again.
    let names = Set(ends.joined().map(\.folded))
    guard first.prefix(2).allSatisfy({ !names.contains($0.folded) }) else { return false }
    if first.prefix(2).allSatisfy({ HeadWords.areKnown($0) || Self.saysWhatSomebodyIs($0) }) { return true }
    if (0..<min(width, first.count)).contains(where: { place in
      !first[place].isEmpty && !first[place].isNumber && isNumeric(place, from: 1)
    }) {
      return true
    }
    guard rows.count > 3 else { return false }
    return [0, 1].allSatisfy { place in
      guard place < first.count else { return false }
      let below = ends[place].filter { !$0.isEmpty }
      return Look.allCases.contains { look in
        !look.fits(first[place]) && below.count(where: look.fits) * 100 >= below.count * 95
      }
    }
  }

  /// Whether a word says what somebody is rather than who: a kind of organization, a part in something.
  private static func saysWhatSomebodyIs(_ word: String) -> Bool {
    let plain = word.plainWord
    if Kind.builtIn.contains(where: { kind in Profile().kindID(of: word) == kind.id }) { return true }
    return roles.contains(plain)
      || ["企业", "公司", "高校", "院校", "学校", "单位", "机构", "校方", "企方", "人员"].contains { plain.hasSuffix($0) }
        && plain.unicodeScalars.count <= 6
  }

  /// What columns of lists are called that are about no organizations, too.
  private static let roles: Set<String> = [
    "author", "coauthor", "co_author", "borrower", "lender", "director", "person", "people", "event", "women", "mode1",
    "mode2", "company", "companies", "firm", "university", "college", "school", "institute", "institution", "group",
    "member", "parent", "child", "citing", "cited", "country", "city", "product", "user", "item", "作者", "姓名", "事件",
    "活动",
  ]

  /// A look that names have in common.
  private enum Look: CaseIterable {
    case hasDigits, isChinese, isLatin, isLong

    func fits(_ name: String) -> Bool {
      switch self {
      case .hasDigits: name.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      case .isChinese: name.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      case .isLatin: name.unicodeScalars.contains { $0.properties.isAlphabetic } && name.utf8.allSatisfy { $0 < 0x80 }
      case .isLong: name.unicodeScalars.count > 8
      }
    }
  }

  /// That each line is an actor and all its neighbors, where it is so.
  func adjacencyProblem(_ file: String) -> Problem? {
    let firsts = rows.map { $0.cells.first ?? "" }
    guard rows.count > 1, Set(firsts.map(\.folded)).count == rows.count else { return nil }
    let hasColons = firsts.allSatisfy { $0.utf8.last == UInt8(ascii: ":") }
    let isUneven = Set(rows.map(\.cells.count)).count > 1
    let others = rows.flatMap { $0.cells.dropFirst() }.filter { !$0.isEmpty }
    let known = Set(firsts.map(\.folded))
    // Of a list of ties few second ends are first ones, where no first end comes twice.
    let areNeighbors = others.count { known.contains($0.folded) } * 2 > others.count
    guard hasColons || (isUneven || width > 2 && !isNumeric(2)) && areNeighbors else { return nil }
    return Problem(
      .error, .file(file),
      Phrase(
        "is an adjacency list: each line has an actor and all its neighbors. Write it as a list of ties, a line for each pair: “\(firsts[0].withoutColon),\(others.first?.shortened ?? "B")”; in NetworkX by nx.write_edgelist with data=False.",
        zh:
          "是邻接表（每行一个主体及其全部相邻主体）。请改写为联系列表，每对一行，如“\(firsts[0].withoutColon),\(others.first?.shortened ?? "乙")”；NetworkX 可用 nx.write_edgelist（data=False）导出。"
      ))
  }

  /// Whether the file is a matrix of actors by actors, called alike on both sides, as far as the sample goes; a row and a
  /// column of sums may stand beside them.
  var isMatrix: Bool {
    guard let first = rows.first?.cells else { return false }
    let heads = first.dropFirst().filter { !Record.isTotal($0) }
    let names = rows.dropFirst().map { $0.cells.first ?? "" }.filter { !Record.isTotal($0) }
    guard names.count > 1, heads.count > 1,
      names.count == heads.count || rows.count == Self.most && heads.count > names.count
    else { return false }
    return zip(names, heads).allSatisfy({ $0.folded == $1.folded })
      && rows.dropFirst().allSatisfy { row in
        row.cells.dropFirst().allSatisfy { $0.isNumber || MissingValue.isStated(by: $0) }
      }
  }

  /// Which sign parts the decimals of a matrix, as far as its cells with a comma tell.
  var decimalsOfMatrix: WrittenNumber.DecimalSign {
    let cells = rows.dropFirst().flatMap { $0.cells.dropFirst() }
    return WrittenNumber.decimalSign(of: cells.filter { $0.utf8.contains(UInt8(ascii: ",")) })
  }

  /// That the numbers of a column of which no header says what it holds are years, or seconds since 1970, where they are:
  /// dates would pass for weights.
  func datesProblem(_ place: Int, from row: Int, _ file: String) -> Problem? {
    let cells = column(place, below: row - 1).filter { !MissingValue.isStated(by: $0) }
    let numbers = cells.compactMap { cell in cell.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(cell) : nil }
    // One number alone may be anything.
    guard numbers.count == cells.count, numbers.count > 1, let least = numbers.min(), let most = numbers.max() else {
      return nil
    }
    let line: Place = .line(file: file, rows.dropFirst(row).first?.number ?? 1)
    if Self.years.contains(least), Self.years.contains(most) {
      return Problem(
        .error, line,
        Phrase(
          "column \(place + 1) may hold years (\(least) to \(most)) or weights, and no header tells. Add a first line that names the columns: source, target, year; or source, target, weight.",
          zh: "第 \(place + 1) 列可能是年份（\(least) 至 \(most)），也可能是强度，没有表头无从判断。请在首行写明列名：甲方、乙方、年份；或甲方、乙方、强度。"))
    }
    if Self.secondsSince1970.contains(least), Self.secondsSince1970.contains(most) {
      return Problem(
        .error, line,
        Phrase(
          "column \(place + 1) may hold seconds since 1970 (\(least) to \(most)) or weights, and no header tells. Add a first line that names the columns: source, target, time, and the third is passed on unread; or source, target, weight. Dates are read as 2024-05-17.",
          zh:
            "第 \(place + 1) 列可能是时间戳（\(least) 至 \(most)），也可能是强度，没有表头无从判断。请在首行写明列名：甲方、乙方、time，则第三列原样保留；或甲方、乙方、强度。日期请写成 2024-05-17。"
        ))
    }
    return nil
  }

  private static let years = 1900...2100
  /// From 1990 to 2040.
  private static let secondsSince1970 = 631_152_000...2_208_988_800

  /// That the lines end with attributes as NetworkX writes them, where they do.
  func dictionaryProblem(_ file: String) -> Problem? {
    guard let first = rows.first,
      rows.allSatisfy({ row in
        row.cells.contains { $0.utf8.contains(UInt8(ascii: "{")) } && row.cells.last?.utf8.last == UInt8(ascii: "}")
      })
    else { return nil }
    return Problem(
      .error, .line(file: file, first.number),
      Phrase(
        "ends with attributes as NetworkX writes them (“\((first.cells.last ?? "").shortened)”). Write the list by nx.write_weighted_edgelist, or by nx.write_edgelist with data=False.",
        zh:
          "行末是 NetworkX 的属性（“\((first.cells.last ?? "").shortened)”）。请改用 nx.write_weighted_edgelist，或 nx.write_edgelist（data=False）导出。"
      ))
  }
}

extension String {
  fileprivate var withoutColon: String {
    (utf8.last == UInt8(ascii: ":") ? String(unicodeScalars.dropLast()) : self).shortened
  }
}
