import KesiMatrix
import KesiNetwork

/// A network from one text: a list of ties, or of memberships. What the list calls an actor is both its id and its name.
enum TieListFile {
  /// - Throws: ``NoInput``; ``NotEnoughMemory`` before it is read; `BadData` where it is no list, or something in it is wrong.
  static func read(
    _ source: FileSource, _ options: ReadingOptions = ReadingOptions(), on parallel: Parallel
  ) throws -> NetworkReading {
    let file = source.name
    let source = try source.opened(progress: parallel.progress)
    return try source.withBytes { bytes in
      if let foreign = ForeignFormat.of(ForeignFormat.Specimen(Array(bytes.prefix(4096)), path: source.plainName)) {
        throw BadData([Problem(.error, .file(file), foreign.refusal)])
      }
      try MemoryNeed.list(.of(bytes.bindMemory(to: UInt8.self))).check(file)
      do {
        return try TextDecoding.withUTF8(bytes, as: options.encoding) { text, finding in
          try read(text, finding, of: source, options, on: parallel)
        }
      } catch let failure as TextDecoding.Failure {
        throw BadData([Problem(.error, .file(file), failure.message)])
      } catch let failure as RecordFailure {
        throw BadData([Problem(.error, .line(file: file, failure.row), failure.message)])
      }
    }
  }

  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, _ finding: TextDecoding.Finding, of source: FileSource,
    _ options: ReadingOptions, on parallel: Parallel
  ) throws -> NetworkReading {
    let file = source.name
    let guess = DialectGuess(text, separator: options.separator, isHead: HeadWords.areKnown)
    let sample = try ListSample(text, guess)
    let reader = NetworkReader(options, parallel)
    switch ListHead(sample, of: file, hasHeader: options.hasHeader) {
    case .ties(let head):
      let list = sample.firstList(in: head)
      let isDoubled = !head.layout.doubled.isEmpty
      if head.isOffice || list != nil || isDoubled || sample.tellsWhetherTheyWork(under: head),
        !SheetBounds.areExceeded(by: text, guess.dialect),
        let reading = try wide(
          text, source, options, least: isDoubled ? WideSheet.sure : WideSheet.plausible, on: parallel)
      {
        return reading
      }
      if let list { reader.log.add(.takenAsOneName(list.text, at: .line(file: file, list.row))) }
      reader.remarks.append(.text(file, finding, guess, head: head.row))
      if var reading = try NumberedTies.read(
        text, guess.dialect, below: head, of: source, decimals: options.decimals, on: parallel)
      {
        reading.remarks = reader.remarks + head.layout.remarks(of: file)
        return reading
      }
      var reading = try reader.readList(head, text, guess.dialect, of: source, open: [.actors])
      try reading.tellKindsByNames(in: file, on: parallel)
      return reading
    case .members(let head):
      if sample.isOfficeSheet(under: head), !SheetBounds.areExceeded(by: text, guess.dialect),
        let reading = try wide(text, source, options, on: parallel)
      {
        return reading
      }
      reader.remarks.append(.text(file, finding, guess, head: head.row))
      var reading = try reader.readList(head, text, guess.dialect, of: source, open: [.actors, .consortia])
      try reading.tellKindsByNames(in: file, on: parallel)
      return reading
    case .matrix:
      reader.remarks.append(.text(file, finding, guess, head: sample.rows[0].number))
      let decimals = options.decimals ?? sample.decimalsOfMatrix
      var reading = try MatrixText(text, guess.dialect, of: file, decimals: decimals)
        .reading(options, reader.remarks, on: parallel)
      try reading.tellKindsByNames(in: file, on: parallel)
      return reading
    case .unclear(let problem):
      if let reading = try wide(text, source, options, on: parallel) { return reading }
      throw BadData([problem])
    }
  }

  /// The network of a sheet as offices keep it; nil where it is none.
  ///
  /// - Parameter least: how sure that has to be.
  private static func wide(
    _ text: UnsafeBufferPointer<UInt8>, _ source: FileSource, _ options: ReadingOptions,
    least: Double = WideSheet.plausible, on parallel: Parallel
  ) throws -> NetworkReading? {
    // Without a header nothing tells what a column of such a sheet is.
    guard options.hasHeader != false else { return nil }
    let file = source.plainShortName
    let sample = try Sheet(text, of: file, separator: options.separator, first: SheetBounds.rowsOfSample)
    guard WideSheet.isPlausible(sample) else { return nil }
    var settings = WideSheet.Settings()
    settings.decimals = options.decimals
    let sheet = try WideSheet(
      Workbook([Sheet(text, of: file, separator: options.separator)]), settings, on: parallel)
    guard sheet.confidence >= least else { return nil }
    let reading = try sheet.reading(on: parallel)
    let network = reading.network
    // Actors that nothing joins are no network.
    return network.ties.isEmpty && network.members.isEmpty && network.positions.isEmpty ? nil : reading
  }
}

extension Problem {
  /// That a cell which may name several was read as one name, since the list is none of sheets that have such cells.
  fileprivate static func takenAsOneName(_ text: String, at place: Place) -> Problem {
    Problem(
      .warning, place,
      Phrase(
        "“\(text.shortened)” is taken as one name, and so are others with 、 or ；. If it names several, give each a row of its own, or make tables with kesi import sheet.",
        zh: "“\(text.shortened)”按一个名称处理，其他含“、”“；”的也是如此。如含多个名称，请拆成多行，或用 kesi import sheet 导入。"))
  }
}

extension NetworkReader {
  /// Reads a table that stands alone: what its rows name is made from the names.
  fileprivate func readList<Row: NetworkRow>(
    _ head: TableHead<Row>, _ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, of source: FileSource,
    open: Set<Table>
  ) throws -> NetworkReading {
    let file = source.name
    references.open = open
    try reader(of: Row.self, named: file).read(text, of: source, dialect, below: head)
    setActors()
    network.consortia = (0..<newConsortia.count).map { Consortium(id: newConsortia[$0], name: newConsortia[$0]) }
    for newcomers in [newActors, newConsortia] { report(newcomers, in: file) }
    remarkNearlySameNames(in: file)
    if log.errorCount == 0, network.rowCount(of: Row.table) == 0 {
      log.add(
        Problem(
          .error, .file(file),
          Phrase(
            "holds no ties. Each line should name two actors and, if there is one, a weight: “a,b,2”.",
            zh: "没有任何联系。每行应写两个主体，可再加强度，如“甲,乙,2”。")))
    }
    return try reading()
  }

  /// The actors in the order of their ids: a list has no other that does not depend on its lines.
  private func setActors() {
    let keys = (0..<newActors.count).map { IDOrder(newActors[$0]) }
    let order = IDOrder.places(of: keys)
    var places = [UInt32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { places[old] = UInt32(new) }
    network.actors = order.map { Actor(id: keys[$0].text, name: keys[$0].text) }
    network.ties.moveEnds(to: places)
    for index in network.members.indices {
      network.members[index].actor = Int(places[network.members[index].actor])
    }
  }

  private func report(_ newcomers: Newcomers, in file: String) {
    // One that stands without quotes is an error.
    if log.errorCount == 0, !newcomers.nobodies.isEmpty {
      let words = newcomers.nobodies.map { "“\(newcomers[Int($0)].shortened)”" }
      remarks.append(
        Remark(
          .file(file),
          Phrase(
            "taken for names since they stand in quotes: \(words.joined(separator: ", ")).",
            zh: "因带英文双引号而按名称处理：\(words.joined(separator: "、"))。")))
    }
    guard let (name, other) = newcomers.firstAlike else { return }
    let count = newcomers.alikeCount
    log.add(
      Problem(
        .warning, .file(file),
        Phrase(
          "\(count.counted("way")) of writing a name \(count == 1 ? "looks" : "look") like another and \(count == 1 ? "is" : "are") taken for it: “\(name.shortened)” for “\(other.shortened)”.",
          zh: "有 \(count) 种写法仅在全半角、空格或不可见字符上不同，按同一名称处理，如“\(name.shortened)”与“\(other.shortened)”。")))
  }
}
