/// What is left of a name without what names of one organization differ in.
enum NameCore {
  private static let forms: [[Unicode.Scalar]] = [
    "股份有限公司", "集团有限公司", "有限责任公司", "(集团)有限公司", "科技有限公司", "有限公司", "集团公司", "分公司", "公司", "集团", "股份", " co., ltd.",
    " co., ltd", " co.,ltd.",
    " co.,ltd", " co ltd", " ltd.", " ltd", " limited", " inc.", " inc", " llc", " gmbh", " ag", " s.a.", " sa",
    " s.r.l.",
    " srl", " b.v.", " bv", " corporation", " corp.", " corp", " company", " plc",
  ].map { Array($0.unicodeScalars) }

  private static let places: [[Unicode.Scalar]] = [
    "中国", "江苏省", "江苏", "浙江省", "浙江", "上海市", "上海", "北京市", "北京", "南京市", "南京", "苏州工业园区", "苏州高新区", "苏州市", "苏州", "昆山市", "昆山",
    "太仓市", "太仓",
    "常熟市", "常熟", "张家港市", "张家港", "吴江区", "吴江", "无锡市", "无锡", "温州市", "温州", "杭州市", "杭州", "深圳市", "深圳", "(苏州)", "(中国)", "(江苏)",
    "(昆山)",
    "(上海)", "(北京)", "(南京)", "(集团)", "(太仓)", "(常熟)", "(张家港)", "(吴江)", " china", " (china)", " suzhou", " (suzhou)",
    "suzhou ",
  ].map { Array($0.unicodeScalars) }

  static func withoutForm(_ key: [Unicode.Scalar]) -> [Unicode.Scalar] {
    for form in forms where key.count > form.count && key.suffix(form.count).elementsEqual(form) {
      return Array(key.dropLast(form.count))
    }
    return key
  }

  static func withoutPlaces(_ key: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var core = key
    for place in places {
      guard core.count > place.count else { continue }
      if core.starts(with: place) { core.removeFirst(place.count) }
      if place[0] == "(" || place[0] == " ", let start = first(place, in: core) {
        core.removeSubrange(start..<(start + place.count))
      }
    }
    return core
  }

  private static func first(_ part: [Unicode.Scalar], in whole: [Unicode.Scalar]) -> Int? {
    guard whole.count >= part.count else { return nil }
    return (0...(whole.count - part.count)).first { whole[$0..<($0 + part.count)].elementsEqual(part) }
  }

  /// The one scalar in which two differ, nil on the side that has one less; nil where they differ in more.
  static func onlyDifference(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar]
  ) -> (Unicode.Scalar?, Unicode.Scalar?)? {
    let start = zip(a, b).prefix { $0 == $1 }.count
    let (x, y) = (a[start...], b[start...])
    if x.count == y.count { return x.dropFirst().elementsEqual(y.dropFirst()) ? (x.first, y.first) : nil }
    if x.count == y.count + 1 { return x.dropFirst().elementsEqual(y) ? (x.first, nil) : nil }
    if y.count == x.count + 1 { return y.dropFirst().elementsEqual(x) ? (nil, y.first) : nil }
    return nil
  }

  /// Whether a scalar counts or points: `第一`, `第二`, `东`, `西`.
  static func tellsApart(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.isDigit || "一二三四五六七八九十东西南北上下大小老新甲乙丙丁abcdefghijklmnopqrstuvwxyz".unicodeScalars.contains(scalar)
  }
}
