import KesiNetwork

extension LayoutGuess {
  /// Columns of marks: their heads are what is marked, organizations, or chains where the sheet speaks of chains.
  ///
  /// - Parameter options: the places of columns that are options of questions.
  mutating func settleMarks(_ header: SheetHeader, _ rows: [Int], _ sheet: Sheet, besides options: Set<Int>) {
    if let square = SquareMatrix(header, in: sheet) { return settle(square) }
    let names = namesOfRows(rows, sheet)
    let texts = MatrixTexts()
    let partners = guesses.indices.filter { place in
      let head = guesses[place].head
      guard !options.contains(place) else { return false }
      return header.isMarked(head, in: sheet, texts)
        || names.contains(NameKey(head.own)) && header.hasOnlyMarks(head, in: sheet, texts)
    }
    let unnamed = guesses.indices.filter { place in
      !options.contains(place) && !partners.contains(place) && mayBeShortName(guesses[place].head.own)
        && header.hasOnlyMarks(guesses[place].head, in: sheet, texts)
    }
    let short = shortNames(unnamed, beside: partners)
    if partners.count + short.count > 1 {
      for place in partners {
        guesses[place].become(
          .partnerMark, 0.8, Phrase("marks stand under the name of an organization", zh: "单位名称之下为打勾或数字"))
      }
      for place in short {
        guesses[place].become(
          .partnerMark, 0.65,
          Phrase("marks stand under it as under the names of organizations", zh: "其下为打勾或数字，与各单位名称列相同"))
      }
      return
    }
    if settleProjects(header, rows, sheet, besides: options) { return }
    let marked = guesses.indices.filter {
      !options.contains($0) && guesses[$0].meaning == .keep && guesses[$0].profile.filled > 0
        && guesses[$0].profile.marks >= 0.6
        && SheetHeadWords.matches(of: guesses[$0].head.own).isEmpty
    }
    guard marked.count > 2 else { return }
    let words = ([header.title ?? ""] + marked.map { guesses[$0].head.group }).map { $0.lowercased() }
    guard
      words.contains(where: { word in ["链", "产业", "行业", "chain", "industr", "sector"].contains { word.contains($0) } })
    else { return }
    for place in marked {
      guesses[place].become(
        .chainMark, 0.7, Phrase("marks stand under it, and the sheet is about chains", zh: "其下为打勾，且本表讲产业链"))
    }
  }

  /// Whether a head may be the name of an organization though none of its words says so: it is no word for a column, no
  /// question, number or measure.
  private func mayBeShortName(_ head: String) -> Bool {
    SheetHeadWords.matches(of: head).isEmpty && !QuestionHead.isQuestion(head) && !SheetHeader.isNumber(head, .text)
      && (2...SheetHeader.longestShortName).contains(head.unicodeScalars.count)
      && !SheetHeader.nounsOfColumns.contains(where: head.hasSuffix)
      && !["数", "量", "率", "额", "值", "分", "级", "比"].contains(where: head.hasSuffix)
  }

  /// Of columns of marks whose heads do not tell those that are partners all the same: all where the corner names both
  /// sides, as 院校＼企业 does; else those with the same sort of cells between columns of partners, if these are not fewer.
  private func shortNames(_ unnamed: [Int], beside partners: [Int]) -> [Int] {
    if let actor = best(.actor), Self.namesBothSides(guesses[actor].head.own) {
      return unnamed.filter { $0 > actor }
    }
    guard let first = partners.first, let last = partners.last else { return [] }
    let between = unnamed.filter { place in
      first < place && place < last && partners.contains { isAlike(guesses[$0], guesses[place]) }
    }
    return between.count <= partners.count ? between : []
  }

  /// Whether two columns have marks both, or numbers, or words.
  private func isAlike(_ a: ColumnGuess, _ b: ColumnGuess) -> Bool {
    func isTicked(_ guess: ColumnGuess) -> Bool { guess.profile.marks >= 0.5 }
    func isNumbered(_ guess: ColumnGuess) -> Bool { guess.profile.numbers >= 0.5 }
    return a.head.group.isExactly(b.head.group) && a.profile.filled > 0 && b.profile.filled > 0
      && (isTicked(a) && isTicked(b) || isNumbered(a) == isNumbered(b) && isTicked(a) == isTicked(b))
  }

  /// `院校＼企业`: what stands before the rows, and what over the columns. `企业/高校` may be either of the two.
  private static func namesBothSides(_ corner: String) -> Bool {
    let sides = corner.unicodeScalars.split { $0 == "\\" || $0 == "＼" }.map { String($0).asName }
    return sides.count == 2 && sides.allSatisfy { HeadText($0).namesOrganization }
  }

  /// The column of the names before the rows, and those under the same names.
  private mutating func settle(_ square: SquareMatrix) {
    for place in guesses.indices {
      let column = guesses[place].head.column
      if column == square.names {
        guesses[place].become(.actor, 0.9, Phrase("the same names stand over the columns", zh: "各列表头为同样的名称"))
      } else if square.columns.contains(column) {
        guesses[place].become(.partnerMark, 0.8, Phrase("its head stands before a row as well", zh: "表头也是某一行的名称"))
      } else if guesses[place].meaning == .actor {
        guesses[place].become(.keep, 0.6, Phrase("another column says whom the row is about", zh: "本行主体已由另一列给出"))
      }
    }
  }

  /// Columns of marks below the names of projects: a matrix of organizations and projects.
  ///
  /// - Returns: whether there are any.
  private mutating func settleProjects(
    _ header: SheetHeader, _ rows: [Int], _ sheet: Sheet, besides options: Set<Int>
  ) -> Bool {
    guard let actor = best(.actor) else { return false }
    let marked = guesses.indices.filter { place in
      let head = guesses[place].head
      return place > actor && !options.contains(place) && guesses[place].meaning != .ignore && !head.own.hasPrefix("是否")
        && (SheetHeadWords.matches(of: head.own).isEmpty || Self.isProject(head.own))
        && rows.contains { MarkWords.isMark(sheet.text($0, head.column)) }
        && rows.allSatisfy { row in
          let text = sheet.text(row, head.column)
          return MissingValue.isStated(by: text) || text.asName == "0" || MarkWords.isMark(text)
            || MarkWords.isMarkInBrackets(text) || MarkWords.isCross(text) || RoleWords.isRole(text)
        }
    }
    guard marked.count > 1 else { return false }
    let heads = marked.map { guesses[$0].head }
    let around = [header.title ?? "", guesses[actor].head.own, sheet.title] + heads.map(\.group)
    guard
      around.contains(where: Self.isProject) || heads.count(where: { Self.isProject($0.own) }) * 2 >= heads.count
        || Self.areCodes(heads.map(\.own))
    else { return false }
    for place in marked {
      guesses[place].become(
        .projectMark, 0.7, Phrase("marks stand under the name of a project", zh: "项目名称之下为打勾"))
    }
    return true
  }

  private static func isProject(_ text: String) -> Bool {
    ["项目", "课题", "专项", "平台", "联合体", "project", "consorti"].contains { text.lowercased().contains($0) }
  }

  /// Whether heads are numbers of projects or events: `P1`, `P2`, `P3`. `Q1` is a question.
  private static func areCodes(_ heads: [String]) -> Bool {
    let starts = heads.map { $0.unicodeScalars.prefix { !$0.isDigit } }
    return zip(heads, starts).allSatisfy { head, start in
      let digits = head.unicodeScalars.dropFirst(start.count)
      return (1...2).contains(start.count) && start.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
        && !digits.isEmpty && digits.allSatisfy(\.isDigit)
    } && Set(starts.map { String($0).lowercased() }).count == 1 && starts.first.map { String($0).lowercased() } != "q"
  }

  /// Those whom the rows are about: in a matrix of the same organizations on both sides the heads are among them.
  private func namesOfRows(_ rows: [Int], _ sheet: Sheet) -> Set<NameKey> {
    guard let actor = best(.actor) else { return [] }
    let column = guesses[actor].head.column
    return Set(rows.prefix(4096).map { NameKey(sheet.text($0, column)) })
  }
}
