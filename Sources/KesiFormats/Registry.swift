import KesiMatrix
import KesiNetwork

extension Format {
  /// Every format, in the order in which a file is asked whether it is of one: the last takes whatever is left.
  package static let all: [Format] = [
    .cordis, .ror, .openAlex, .gephi, .tables, .snapshot, .workbook, .sqlite, .graphML, .gexf, .gml, .dot,
    .pajekProject,
    .pajek, .ucinet, .matrixMarket, .ndjson, .cytoscape,
    .nodeLink, .d3, .tieList,
  ]

  /// The format of what a path names.
  package static func reading(_ path: String) -> Format { reading(.path(path)) }

  static func reading(_ source: FileSource) -> Format {
    let candidate = Candidate(source)
    return all.first { $0.recognizes(candidate) } ?? .tieList
  }

  /// The format that a path asks for, and how it is written: a folder by a slash at its end or by being there, a file by its
  /// ending.
  ///
  /// - Parameter dialect: which of those that may have such a name; nil for the usual one.
  package static func writing(to path: String, as dialect: String? = nil) -> (format: Format, writer: Writer)? {
    let isFolder = path.utf8.last == UInt8(ascii: "/") || FileBytes.isFolder(path)
    let ending = isFolder ? nil : FileEnding(of: path)?.word
    if let dialect {
      return firstWritten { format in
        format.dialect == dialect
          && (isFolder
            ? format.isFolder : ending.map { (format.endings + [format.dialectEnding]).contains($0) } ?? false)
      }
    }
    if isFolder { return firstWritten { $0.isFolder && $0.dialect == nil } }
    return ending.flatMap { written(as: $0) }
  }

  /// The words that ask for one of several formats, in order.
  package static var dialects: [String] { all.compactMap(\.dialect) }

  /// The format of files of an ending that can be written.
  static func written(as ending: String) -> (format: Format, writer: Writer)? {
    firstWritten { ($0.endings + $0.silentEndings).contains(ending) }
  }

  private static func firstWritten(where isMeant: (Format) -> Bool) -> (format: Format, writer: Writer)? {
    for format in all where isMeant(format) { if let writer = format.writer { return (format, writer) } }
    return nil
  }

  /// The endings that can be written: `.kesi, .csv or .tsv`.
  package static var writtenEndings: String {
    let endings = all.filter { $0.writer != nil }.flatMap(\.endings).map { "." + $0 }
    return endings.dropLast().joined(separator: ", ") + " or " + endings.suffix(1).joined()
  }

  /// What may be read, in words of help: `A folder of tables, a file that lists ties, or a snapshot (.kesi); any of …`
  package static var inputs: String {
    // A list is what people have.
    let words = all.filter(\.isFolder).map(\.input) + all.reversed().filter { !$0.isFolder }.map(\.input)
    let list = words.dropLast().joined(separator: ", ") + ", or " + words.suffix(1).joined()
    return list.prefix(1).uppercased() + list.dropFirst() + "; any of them packed by gzip (.gz); - for standard input."
  }

  /// What to name where nothing is: “Name a folder with actors.csv in it, or a file that lists ties.”
  static var suggestion: Phrase {
    let words = all.compactMap(\.suggestion)
    return Phrase(
      "Name \(words.map(\.en).joined(separator: ", or ")).", zh: "请指定\(words.map(\.zh).joined(separator: "，或"))。")
  }

  /// The files that reading a network looks at, whether they are there or not: what must not be written over, nor made
  /// beside them by mistake.
  package static func files(of path: String) -> [String] {
    isStandardInput(path) ? [FileBytes.standardInputPath] : reading(path).files(path)
  }

  /// Whether a network is to come from standard input, which can be read once.
  package static func isStandardInput(_ path: String) -> Bool { FileBytes.isStandardInput(path) }
}

extension NetworkReader {
  /// Reads a network: a folder of tables, a snapshot, or a graph file, packed by `gzip` or not.
  ///
  /// - Parameter path: `-` is standard input; pipes are read to their end.
  ///
  /// - Throws: ``NoInput`` where there is nothing of this name; `BadData` with every problem where any is an error.
  public static func read(_ path: String, on parallel: Parallel = Parallel()) throws -> NetworkReading {
    try read(path, ReadingOptions(), on: parallel)
  }

  /// The same, with what is said of how it is to be read.
  ///
  /// - Throws: also ``IdleChoice`` where something is said that is of no use.
  package static func read(
    _ path: String, _ options: ReadingOptions, on parallel: Parallel
  ) throws -> NetworkReading {
    guard !path.isEmpty else {
      throw NoInput(
        Phrase(
          "The name of the network is empty. \(Format.suggestion.en)", zh: "网络的名称为空。\(Format.suggestion.zh)"))
    }
    guard FileBytes.exists(path) else {
      throw NoInput(
        Phrase(
          "\(path): there is no such folder or file. \(Format.suggestion.en)",
          zh: "\(path)：没有此文件夹或文件。\(Format.suggestion.zh)"))
    }
    if let wrong = WrongPlace.table(path) { throw wrong }
    let source = try FileSource.path(path).opened(progress: parallel.progress)
    let format = Format.reading(source)
    if let idle = options.choices.first(where: { !format.honors.contains($0) }) {
      throw IdleChoice(idle, of: source.name, format)
    }
    return try format.read(source, options, parallel)
  }
}
