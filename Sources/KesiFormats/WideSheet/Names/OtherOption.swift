import KesiNetwork

/// The last option of most questions, with what was filled in there: `其他〖苏州纳米所〗`, `其他（请注明）：苏州纳米所`,
/// `Other: Harrow Ltd`.
enum OtherOption {
  /// What was filled in, empty where nothing was; nil where a part of a cell is no such option.
  static func named(in part: String) -> String? {
    guard let first = part.unicodeScalars.first(where: { !$0.isWhite }), first == "其" || first == "o" || first == "O"
    else { return nil }
    let text = part.asName
    let small = text.withSmallLetters
    guard let label = labels.first(where: small.begins(with:)) else { return nil }
    var rest = text.unicodeScalars.dropFirst(label.unicodeScalars.count)
    func skipBlanks() { while let first = rest.first, first.isWhite { rest.removeFirst() } }
    skipBlanks()
    var isAsked = false
    if let first = rest.first, first == "(" || first == "（",
      let end = rest.firstIndex(where: { $0 == ")" || $0 == "）" })
    {
      let inside = String(rest[rest.index(after: rest.startIndex)..<end]).asName
      if requests.contains(where: inside.withSmallLetters.begins(with:)) {
        isAsked = true
        rest = rest[rest.index(after: end)...]
        skipBlanks()
      } else if rest.index(after: end) == rest.endIndex, let kind = KindOfName.told(by: inside),
        !kind.word.isExactly(inside)
      {
        return inside
      }
    }
    guard let next = rest.first else { return isAsked ? "" : nil }
    if next == "：" || next == ":" { return String(rest.dropFirst()).asName }
    if next == "〖", rest.last == "〗" { return String(rest.dropFirst().dropLast()).asName }
    return isAsked ? String(rest).asName : nil
  }

  /// The longest first.
  private static let labels =
    ["其他", "其它"].flatMap { word in
      ["合作单位", "合作高校", "合作院校", "合作企业", "单位", "企业", "高校", "院校", "院所", "机构", ""].map { word + $0 }
    } + ["others", "other"]

  private static let requests = ["请", "注明", "填写", "说明", "please", "specify"]
}
