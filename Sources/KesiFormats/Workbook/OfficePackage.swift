import KesiNetwork

/// The parts of an Office file (ECMA-376 part 2): entries of a zip file that name each other by relations.
///
/// Names of parts are told apart as the standard has it, in capitals or not; `\` is taken for `/`, since some programs
/// write it.
struct OfficePackage {
  /// What one part says of another.
  struct Relation {
    let id: String
    /// The last word of its type: `worksheet`. The strict form of the format has other addresses before it.
    let kind: String
    /// The part that is meant.
    let part: String
  }

  private let archive: ZipArchive
  private let entries: [String: ZipArchive.Entry]
  /// Names that several entries have.
  private let doubles: Set<String>

  init(_ archive: ZipArchive) {
    self.archive = archive
    var entries: [String: ZipArchive.Entry] = [:]
    var doubles: Set<String> = []
    for entry in archive.entries {
      let name = Self.folded(Self.path(entry.name, from: ""))
      if entries.updateValue(entry, forKey: name) != nil { doubles.insert(name) }
    }
    self.entries = entries
    self.doubles = doubles
  }

  func has(_ part: String) -> Bool { entries[Self.folded(part)] != nil }

  /// What messages call a part: `台账.xlsx[xl/workbook.xml]`.
  func name(of part: String) -> String { "\(archive.file)[\(part)]" }

  /// Reads a part, which has to be there.
  func read(_ part: String, to handler: some XMLHandler) throws {
    let name = Self.folded(part)
    guard let entry = entries[name] else {
      throw Problem(
        .error, .file(self.name(of: part)),
        Phrase(
          "is missing: the workbook is damaged. Open it in Excel or WPS, let it be repaired, and save it.",
          zh: "缺少此部分，工作簿已损坏。请在 Excel 或 WPS 中打开并修复，然后保存。"))
    }
    guard !doubles.contains(name) else {
      throw archive.problem(
        entry,
        Phrase(
          "is there twice, so that nobody can tell which is meant. Open the workbook in Excel or WPS and save it.",
          zh: "重复出现，无法判断以哪个为准。请在 Excel 或 WPS 中打开后重新保存。"))
    }
    let reader = try XMLReader(self.name(of: part), to: handler)
    try archive.unpack(entry) { try reader.feed($0) }
    try reader.finish()
  }

  /// The relations of a part, or of the package as a whole where none is named; those that lead out of the file are left
  /// out.
  func relations(of part: String = "") throws -> [Relation] {
    let slash = part.utf8.lastIndex(of: 0x2F).map(part.utf8.index(after:)) ?? part.startIndex
    let folder = String(part[..<slash])
    let file = "\(folder)_rels/\(part[slash...]).rels"
    guard has(file) else { return [] }
    let list = RelationList(folder: folder)
    try read(file, to: list)
    return list.relations
  }

  /// A path from a folder on, without `..` and `.`: what would lead above the root stays there.
  fileprivate static func path(_ target: String, from folder: String) -> String {
    let target = target.utf8.map { $0 == 0x5C ? 0x2F : $0 }
    var steps = target.first == 0x2F ? [] : folder.utf8.split(separator: 0x2F).map(Array.init)
    for step in target.split(separator: 0x2F) {
      if step.elementsEqual("..".utf8) {
        _ = steps.popLast()
      } else if !step.elementsEqual(".".utf8) {
        steps.append(Array(step))
      }
    }
    return String(decoding: Array(steps.joined(separator: [0x2F])), as: UTF8.self)
  }

  private static func folded(_ name: String) -> String {
    String(decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

private final class RelationList: XMLHandler {
  private let folder: String
  private(set) var relations: [OfficePackage.Relation] = []

  init(folder: String) { self.folder = folder }

  func start(_ name: XMLName, _ attributes: XMLAttributes, in reader: XMLReader) {
    guard name == "Relationship", let id = attributes.string("Id"), let type = attributes.string("Type"),
      let target = attributes.string("Target"), attributes["TargetMode"]?.isExactly("External") != true
    else { return }
    let kind = type.utf8.lastIndex(of: 0x2F).map { String(type[type.utf8.index(after: $0)...]) } ?? type
    relations.append(.init(id: id, kind: kind, part: OfficePackage.path(target, from: folder)))
  }
}
