import KesiMatrix
import KesiNetwork
import Synchronization

/// The general way into an edge list: ends are names, columns are found by a header where there is one.
struct NamedTies: @unchecked Sendable {
  /// In which fields of a line the parts of a tie stand.
  private struct Layout {
    var source = 0
    var target = 1
    var weight: Int?
    /// The fields a line may have; more where a header names columns that are no part of a tie.
    var width = 2
    var hasHeader = false
  }

  /// What a range of lines holds: names of its own, and ties between them.
  private struct Part {
    var names: [String] = []
    var ties: TieList
    /// Ends of lines before which problems stand, as places in the text.
    var problems: [(place: Int, column: ColumnHead?, message: Phrase)] = []
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let file: String
  private let delimiter: UInt8

  init(text: UnsafeBufferPointer<UInt8>, file: String) {
    self.text = text
    self.file = file
    let line = Self.firstLine(of: text)
    delimiter =
      [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")].first { line.contains($0) } ?? UInt8(ascii: " ")
  }

  func read(on parallel: Parallel) throws -> EdgeList {
    let layout = try layout()
    // A quote may hold a line break, so quoted text is read in one piece.
    let isQuoted = delimiter != UInt8(ascii: " ") && text.contains(UInt8(ascii: "\""))
    let ranges = text.lineRanges(count: isQuoted ? 1 : parallel.threads)
    let parts = Mutex([Part?](repeating: nil, count: ranges.count))
    try parallel.forEachWorker(count: ranges.count, grain: 1) { chunks in
      while let chunk = chunks.take() {
        for index in chunk {
          let part = self.readPart(ranges[index], layout, isFirst: index == 0)
          parts.withLock { $0[index] = part }
        }
      }
    }
    return try joined(parts.withLock { $0.compactMap { $0 } })
  }

  private func joined(_ parts: [Part]) throws -> EdgeList {
    let problems = parts.flatMap(\.problems)
    guard problems.isEmpty else {
      // Lines are counted only now that someone wants to know.
      let named = problems.prefix(200).map { problem in
        let line = text[..<problem.place].count { $0 == UInt8(ascii: "\n") } + 1
        let place = problem.column.map { column in
          Place.cell(file: file, row: line, column: column.id, columnZh: column.chinese)
        }
        return Problem(.error, place ?? .line(file: file, line), problem.message)
      }
      throw BadData(named, count: problems.count)
    }
    var ids: [String] = []
    var index: [ExactText: UInt32] = [:]
    var lists: [TieList] = []
    for part in parts {
      let places = part.names.map { name in
        if let known = index[ExactText(name)] { return known }
        let new = UInt32(ids.count)
        index[ExactText(name)] = new
        ids.append(name)
        return new
      }
      lists.append(
        TieList(
          sources: part.ties.sources.map { places[Int($0)] }, targets: part.ties.targets.map { places[Int($0)] },
          weights: part.ties.weights))
    }
    let ties = TieList(joining: lists)
    guard ties.count > 0 else {
      throw BadData([
        Problem(
          .error, .file(file),
          Phrase(
            "holds no ties. Each line should name two actors and, if there is one, a weight: “a,b,2”.",
            zh: "没有任何联系。每行应写两个主体，可再加强度，如“甲,乙,2”。"))
      ])
    }
    return Self.inOrder(ids, ties)
  }

  /// Vertices in the order of their names: a list of ties has no other that does not depend on its lines.
  private static func inOrder(_ ids: [String], _ ties: TieList) -> EdgeList {
    let keys = ids.map(IDOrder.init)
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    var place = [UInt32](repeating: 0, count: ids.count)
    for (new, old) in order.enumerated() { place[old] = UInt32(new) }
    return EdgeList(
      ids: order.map { ids[$0] },
      ties: TieList(
        sources: ties.sources.map { place[Int($0)] }, targets: ties.targets.map { place[Int($0)] },
        weights: ties.weights))
  }

  private func layout() throws -> Layout {
    let fields = self.fields(of: Self.firstLine(of: text))
    var layout = Layout()
    func place(of column: TableColumn<Tie>) -> Int? { fields.firstIndex(where: column.head.isCalled) }
    let ends = [(TieColumns.source, TieColumns.target), (TieColumns.from, TieColumns.to)].lazy.compactMap {
      source, target in place(of: source).flatMap { a in place(of: target).map { (a, $0) } }
    }.first
    if let ends {
      (layout.source, layout.target) = ends
      layout.weight = place(of: TieColumns.weight)
      layout.width = fields.count
      layout.hasHeader = true
    } else if fields.count > 2 {
      (layout.weight, layout.width) = (2, 3)
    }
    return layout
  }

  private func readPart(_ range: Range<Int>, _ layout: Layout, isFirst: Bool) -> Part {
    var part = Part(ties: TieList(isWeighted: layout.weight != nil))
    var index: [ExactText: UInt32] = [:]
    func vertex(_ name: String) -> UInt32 {
      if let known = index[ExactText(name)] { return known }
      let new = UInt32(part.names.count)
      index[ExactText(name)] = new
      part.names.append(name)
      return new
    }
    var isHeader = isFirst && layout.hasHeader
    forEachLine(of: range) { place, fields, failure in
      if let failure { return part.problems.append((place, nil, failure)) }
      if isHeader {
        isHeader = false
        return
      }
      func field(_ index: Int) -> String { index < fields.count ? fields[index] : "" }
      if fields.count > layout.width {
        return part.problems.append(
          (
            place, nil,
            Phrase(
              "this line has \(fields.count) fields where at most \(layout.width) are expected: “\(fields[layout.width].shortened)” is one too many. Put names that contain the separator in double quotes.",
              zh:
                "本行有 \(fields.count) 个字段，最多应有 \(layout.width) 个，多出“\(fields[layout.width].shortened)”。名称中含有分隔符时，请用英文双引号括起来。"
            )
          ))
      }
      // Asked of every line: the heads of columns are made only where something is missing.
      if field(layout.source).isEmpty || field(layout.target).isEmpty {
        let column = field(layout.source).isEmpty ? TieColumns.source : TieColumns.target
        return part.problems.append(
          (place, column.head, Phrase("is empty. Every line must name two actors.", zh: "未填写。每行都须写明两个主体。")))
      }
      var weight = 1.0
      if let column = layout.weight {
        let word = field(column)
        guard let number = word.isEmpty ? 1 : Double(decimal: word), number.isFinite, number >= 0 else {
          return part.problems.append(
            (
              place, TieColumns.weight.head,
              Phrase(
                "“\(word.shortened)” is not a number of 0 or more. Write it as 12.5, without units or thousands separators.",
                zh: "应为大于或等于 0 的数字，现为“\(word.shortened)”。请写成 12.5 的形式，不带单位和千分位逗号。")
            ))
        }
        guard number.isWorkable else {
          return part.problems.append((place, TieColumns.weight.head, .unworkable(word.shortened, number)))
        }
        weight = number
      }
      part.ties.append(vertex(field(layout.source)), vertex(field(layout.target)), weight: weight)
    }
    return part
  }

  /// Hands over the fields of each line that is neither empty nor a comment, with the place where the line begins.
  private func forEachLine(
    of range: Range<Int>, _ body: (_ place: Int, _ fields: [String], _ failure: Phrase?) -> Void
  ) {
    if delimiter == UInt8(ascii: " ") {
      var start = range.lowerBound
      while start < range.upperBound {
        let end = text[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
        let fields = self.fields(of: text[start..<end])
        if let first = fields.first, !Self.beginsComment(first) { body(start, fields, nil) }
        start = end + 1
      }
      return
    }
    var parser = CSVParser(UnsafeBufferPointer(rebasing: text[range]), delimiter: delimiter)
    do {
      while try parser.next() {
        let fields = parser.record.fields.map { parser.record.exactString($0) }
        let isComment = !parser.record.fields[0].isQuoted && Self.beginsComment(fields[0])
        if isComment || fields.allSatisfy(\.isEmpty) { continue }
        body(range.lowerBound + parser.record.start, fields, nil)
      }
    } catch {
      body(range.lowerBound + parser.record.start, [], error.message)
    }
  }

  private func fields(of line: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
    if delimiter == UInt8(ascii: " ") {
      return line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }
        .map { String(decoding: $0, as: UTF8.self) }
    }
    var parser = CSVParser(UnsafeBufferPointer(rebasing: line), delimiter: delimiter)
    guard (try? parser.next()) == true else { return [] }
    return parser.record.fields.map { parser.record.exactString($0) }
  }

  /// By bytes: a mark that combines would hide the sign.
  private static func beginsComment(_ field: String) -> Bool {
    field.utf8.first == UInt8(ascii: "#") || field.utf8.first == UInt8(ascii: "%")
  }

  /// The first line that is neither empty nor a comment.
  private static func firstLine(of text: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let line = text[start..<end]
      if let first = line.first(where: { $0 > 0x20 }), first != UInt8(ascii: "#"), first != UInt8(ascii: "%") {
        return line
      }
      start = end + 1
    }
    return text[text.count...]
  }
}
