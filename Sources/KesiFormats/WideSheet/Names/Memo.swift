import KesiNetwork

/// What is made of texts, kept by the text: the same few thousand texts stand in most cells of a sheet.
final class Memo<Value> {
  private var made: [ExactText: Value] = [:]
  /// Where more texts are about than these, keeping them all would take more memory than it saves time.
  private let most = 1 << 16

  /// What is made of a text, which depends on nothing else.
  func value(of text: String, _ make: (String) -> Value) -> Value {
    let key = ExactText(text)
    if let value = made[key] { return value }
    let value = make(text)
    if made.count == most { made.removeAll(keepingCapacity: true) }
    made[key] = value
    return value
  }
}
