import KesiFormats
import KesiNetwork

/// How an output came about: enough to make it again, and to see whether it would be the same. Nothing of the machine is in
/// it, nor the time, unless somebody states one: the same call on the same files says the same.
package struct Provenance: Sendable {
  /// An option with what it was given, nothing for a flag, or with what it is by itself.
  package struct Choice: Sendable {
    let name: String
    let values: [String]
    let isGiven: Bool
    /// Whether it is named once, with all values behind it.
    let isNamedOnce: Bool

    package init(_ name: String, _ values: [String], isGiven: Bool, isNamedOnce: Bool = false) {
      (self.name, self.values, self.isGiven, self.isNamedOnce) = (name, values, isGiven, isNamedOnce)
    }

    var json: JSONValue {
      switch values.count {
      case 0: .bool(true)
      case 1: .text(values[0])
      default: .array(values.map(JSONValue.text))
      }
    }

    var words: [String] {
      values.isEmpty || isNamedOnce ? ["--\(name)"] + values : values.flatMap { ["--\(name)", $0] }
    }
  }

  /// Of Kesi.
  let version: String
  /// As it is called: `metrics`, `import sheet`.
  let command: String
  /// What stands beside options: networks, words.
  let arguments: [String]
  let options: [Choice]
  let inputs: [InputRecord.Input]
  /// As somebody stated it, by ISO 8601.
  let date: String?

  package init(
    version: String, command: String, arguments: [String], options: [Choice], inputs: [InputRecord.Input],
    date: String?
  ) {
    (self.version, self.command, self.arguments) = (version, command, arguments)
    (self.options, self.inputs, self.date) = (options, inputs, date)
  }

  package static let title = Phrase("How this came about", zh: "生成说明")

  /// One object; `date` is there only where somebody stated one.
  package var json: JSONValue {
    .object(
      [
        ("program", .text("kesi")), ("version", .text(version)), ("command", .text(command)),
        ("arguments", .array(arguments.map(JSONValue.text))),
        ("options", .object(options.map { ($0.name, $0.json) })),
        (
          "inputs",
          .array(
            inputs.map {
              .object([("file", .text($0.file)), ("bytes", .whole($0.bytes)), ("sha256", .text($0.sha256))])
            })
        ),
      ] + (date.map { [("date", .text($0))] } ?? []))
  }

  /// The JSON Schema of ``json``.
  static let schema: JSONValue = {
    func type(_ name: String) -> JSONValue { .object([("type", .text(name))]) }
    func list(of items: JSONValue) -> JSONValue { .object([("type", .text("array")), ("items", items)]) }
    let value = JSONValue.object([
      ("anyOf", .array([.object([("const", .bool(true))]), type("string"), list(of: type("string"))]))
    ])
    let digest = JSONValue.object([("type", .text("string")), ("pattern", .text("^[0-9a-f]{64}$"))])
    let input = JSONSchema.object([("file", type("string")), ("bytes", type("integer")), ("sha256", digest)])
    return .object(
      JSONSchema.object(
        [
          ("program", .object([("const", .text("kesi"))])), ("version", type("string")), ("command", type("string")),
          ("arguments", list(of: type("string"))),
          ("options", .object([("type", .text("object")), ("additionalProperties", value)])),
          ("inputs", list(of: .object(input))), ("date", type("string")),
        ], optional: ["date"]))
  }()

  /// What people read.
  package var facts: [(label: Phrase, text: Phrase)] {
    func same(_ text: String) -> Phrase { Phrase(text, zh: text) }
    func words(_ isGiven: Bool) -> [String] { options.filter { $0.isGiven == isGiven }.flatMap(\.words) }
    let call = ["kesi"] + command.split(separator: " ").map(String.init) + arguments + words(true)
    // To state a default is refused where it is of no use, so that it is no part of a call to repeat.
    let defaults = words(false)
    return [
      (Phrase("Made by", zh: "生成工具"), Phrase("Kesi \(version)", zh: "缂丝 Kesi \(version)")),
      (Phrase("Command", zh: "命令"), same(call.map(\.inShell).joined(separator: " "))),
    ] + (defaults.isEmpty ? [] : [(Phrase("Defaults", zh: "默认设置"), same(defaults.joined(separator: " ")))])
      + inputs.map { input in
        let size = Figure.count(input.bytes).text
        return (
          Phrase("Read", zh: "读取"),
          Phrase(
            "\(input.file), \(size) bytes, SHA-256 \(input.sha256)",
            zh: "\(input.file)，\(size) 字节，SHA-256 \(input.sha256)")
        )
      } + (date.map { [(Phrase("Date", zh: "日期"), same($0))] } ?? [])
  }
}
