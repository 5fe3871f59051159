import KesiNetwork
import Yams

/// Who reads a file of settings.
protocol SettingsReader {
  /// What messages call it.
  var file: String { get }
  var log: ProblemLog { get }
}

/// Settings as nodes of YAML, each read as what it should be. One that is not becomes a problem in the log, and nil.
extension SettingsReader {
  /// A bound against hostile input: such a file has some hundred lines. How deep it may nest is bounded by the parser: a thousand levels.
  private static var largest: Int { 256 * 1024 }

  func parse(_ bytes: UnsafeRawBufferPointer) -> Node.Mapping? {
    guard bytes.count <= Self.largest else {
      log.add(
        Problem(
          .error, .file(file),
          Phrase(
            "is larger than 256 KiB. It should hold settings only; data belong in the tables.",
            zh: "超过 256 KiB。此文件只放设置，数据请放在表格中。")))
      return nil
    }
    do {
      return try TextDecoding.withUTF8(bytes) { text -> Node.Mapping? in
        guard let root = try Yams.compose(yaml: String(decoding: text, as: UTF8.self)) else { return nil }
        if root.mapping == nil {
          log.add(
            Problem(
              .error, .file(file),
              Phrase(
                "should be a list of settings, such as “title: …”.", zh: "应为“title: …”形式的设置项列表。")))
        }
        return root.mapping
      }
    } catch let failure as TextDecoding.Failure {
      log.add(Problem(.error, .file(file), failure.message))
    } catch let error as YamlError {
      let (row, detail) = Self.describe(error)
      let isTooDeep = detail.hasPrefix("Maximum nesting level")
      log.add(
        Problem(
          .error, place(row),
          isTooDeep
            ? Phrase("is nested too deeply. Settings have at most three levels.", zh: "层级过深。设置最多三层。")
            : Phrase(
              "is not valid YAML: \(detail). Check indentation, colons and quotes.",
              zh: "不是有效的 YAML（\(detail)）。请检查缩进、冒号和引号。")))
    } catch {
      log.add(Problem(.error, .file(file), Phrase("\(error)", zh: "\(error)")))
    }
    return nil
  }

  private static func describe(_ error: YamlError) -> (row: Int?, detail: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (context.mark.line, "the key \(duplicates.map(\.shortened).joined(separator: ", ")) is given twice")
    default: (nil, "it cannot be parsed")
    }
  }

  func text(_ mapping: Node.Mapping, _ key: String) -> String? {
    guard let node = mapping[key] else { return nil }
    guard let scalar = node.scalar else {
      fail(node, Phrase("\(key) should be text.", zh: "\(key) 应为文字。"))
      return nil
    }
    return scalar.string.isEmpty ? nil : scalar.string
  }

  func flag(_ mapping: Node.Mapping, _ key: String) -> Bool? {
    guard let node = mapping[key] else { return nil }
    if let value = node.bool { return value }
    fail(node, Phrase("\(key) should be true or false.", zh: "\(key) 应为 true 或 false。"))
    return nil
  }

  func number(_ node: Node, _ name: String, upTo most: Double) -> Double? {
    if let value = node.float ?? node.int.map(Double.init), value >= 0, value <= most { return value }
    fail(
      node,
      Phrase(
        "\(name.shortened) should be a number from 0 to \(most.plain), but is “\(node.text)”.",
        zh: "\(name.shortened) 应为 0 至 \(most.plain) 之间的数字，现为“\(node.text)”。"))
    return nil
  }

  func mapping(_ root: Node.Mapping, _ key: String) -> [(String, Node)] {
    guard let node = root[key] else { return [] }
    guard let mapping = node.mapping else {
      fail(node, Phrase("\(key) should be a list of “name: value” pairs.", zh: "\(key) 应为“名称: 值”形式的列表。"))
      return []
    }
    return mapping.map { ($0.key.text, $0.value) }
  }

  func unknown(_ node: Node, _ name: String, known: [String]) {
    warn(
      node,
      Phrase(
        "“\(name.shortened)” is not a setting here, so it is ignored. Known: \(known.joined(separator: ", ")).",
        zh: "“\(name.shortened)”不是此处可用的设置项，已忽略。可用：\(known.joined(separator: "、"))。"))
  }

  func place(_ line: Int?) -> Place { line.map { .line(file: file, $0) } ?? .file(file) }

  func fail(_ node: Node, _ message: Phrase) {
    log.add(Problem(.error, place(node.mark?.line), message))
  }

  func warn(_ node: Node, _ message: Phrase) {
    log.add(Problem(.warning, place(node.mark?.line), message))
  }
}

extension Node {
  var text: String { scalar?.string.shortened ?? "…" }
}
