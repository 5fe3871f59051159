import KesiNetwork
import Yams

extension ProfileReader {
  /// What is supplied and demanded, with what is a kind of what: in the order in which it is declared.
  func readItems(_ root: Node.Mapping, into profile: inout Profile) {
    var nodes: [(item: Item, node: Node)] = []
    for (id, node) in mapping(root, .items) {
      guard let settings = node.mapping else {
        fail(
          node,
          Phrase("needs settings such as label, label_zh, parent.", zh: "应有 label、label_zh、parent 等设置。"))
        continue
      }
      warnOfUnknown(in: settings, known: ProfileSetting.items.below)
      let label = text(settings, .label) ?? id
      let item = Item(
        id: id, label: Phrase(label, zh: text(settings, .labelZh) ?? label), parent: text(settings, .parent))
      nodes.append((item, node))
    }
    profile.items = nodes.map(\.item)
    for (item, node) in nodes { if let parent = item.parent { check(parent, of: item, at: node, in: profile) } }
  }

  /// A parent is declared, too, and nothing is a kind of itself.
  private func check(_ parent: String, of item: Item, at node: Node, in profile: Profile) {
    guard profile.items.contains(where: { $0.id.isExactly(parent) }) else {
      let known = profile.items.map(\.id).filter { !$0.isExactly(item.id) }
      fail(
        node,
        Phrase(
          "items: “\(parent.shortened)”, the parent of “\(item.id.shortened)”, is not declared. Declare it there as well\(known.isEmpty ? "" : "; there are: \(known.prefix(12).joined(separator: ", "))").",
          zh:
            "items：“\(item.id.shortened)”的上级“\(parent.shortened)”没有声明。请在此处一并声明\(known.isEmpty ? "" : "，现有：\(known.prefix(12).joined(separator: "、"))")。"
        ))
      return
    }
    // A line of parents stops before one that it has already.
    let line = profile.line(of: item.id)
    if let last = line.last.flatMap({ profile.item($0).parent }), last.isExactly(item.id) {
      fail(
        node,
        Phrase(
          "items: “\(item.id.shortened)” is a kind of itself: \((line + [item.id]).joined(separator: " → ")). Leave out one of these parents.",
          zh: "items：“\(item.id.shortened)”从属于自身：\((line + [item.id]).joined(separator: " → "))。请去掉其中一个 parent。"))
    }
  }
}
