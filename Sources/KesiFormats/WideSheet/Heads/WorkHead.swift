import KesiNetwork

/// A head that asks of two whether they work together: `是否合作`, `有无合作关系`, `是否仍在合作`.
enum WorkHead {
  enum Question {
    /// Whether they do at all.
    case isAny
    /// Whether they still do.
    case goesOn
  }

  /// What a head asks that ends in such a question; nil where it asks something else, or of what may come.
  static func question(in head: String) -> Question? {
    let text = HeadText(head).text
    if english.contains(text) { return .isAny }
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 3, text.holds("作") else { return nil }
    for start in max(0, scalars.count - longest)..<scalars.count {
      let end = String(scalars: scalars[start...])
      guard let question = goingOn.contains(end) ? Question.goesOn : any.contains(end) ? .isAny : nil else { continue }
      let before = String(scalars: scalars[..<start])
      return turns.contains(where: before.holds) ? nil : question
    }
    return nil
  }

  private static let longest = any.union(goingOn).reduce(0) { max($0, $1.unicodeScalars.count) }

  /// What stands before and turns the answer around, or makes it one about plans.
  private static let turns = ["未", "不再", "拟", "将", "意向", "意愿", "有意", "愿意", "希望", "计划", "今后", "以后", "下一步", "曾"]

  private static let works = ["合作", "协作", "合作关系", "合作联系", "合作往来", "合作事实", "协作关系"]

  private static let any = Set(
    ["是否", "是否已", "是否已经", "有无", "有没有", "是不是", "是否为", "是否是"].flatMap { start in
      ["", "有", "存在", "开展", "开展了", "建立", "建立了", "形成", "达成", "发生", "进行"].flatMap { verb in
        works.map { start + verb + $0 }
      }
    })

  private static let goingOn = Set(
    ["是否仍在", "是否仍", "是否仍有", "是否还在", "是否还有", "是否正在", "是否在", "是否依然", "是否仍然", "是否目前仍在", "目前是否仍在"].flatMap { start in
      works.map { start + $0 }
    } + ["是否合作中", "是否在合作中", "是否正在合作中", "是否仍在合作中", "是否在合作期内", "是否在合作期"])

  private static let english: Set<String> = [
    "cooperates", "cooperate", "cooperating", "collaborates", "collaborate", "collaborating", "works together",
    "work together", "working together", "do they cooperate", "do they collaborate", "do they work together",
  ]
}
