/// What a head of a table that somebody brings means.
package struct HeadMeaning: Sendable, Equatable {
  /// The place of the column in the list of columns that was asked.
  package let column: Int
  /// What stands in brackets at the end of the head, as `万元` in `金额(万元)`: mostly the unit of its numbers.
  package let unit: String?
}

extension Collection<ColumnHead> {
  /// What each of the heads of a table means, all of them seen together; nil for those that mean nothing.
  ///
  /// A head means the column of which it is a name. What a column may be called only where nothing else means it (`序号`
  /// for an id, `from` for the first end of a tie) is taken for it where it is left over; for a column that a table must
  /// have, also where it would mean one that a table may be without. Two heads may mean the same column.
  ///
  /// - Complexity: O(heads and names).
  package func meanings(of heads: [String]) -> [HeadMeaning?] {
    let words = heads.map(HeadWord.init)
    var names: [String: Int] = [:]
    for (place, column) in enumerated() {
      for name in [column.id] + column.names { names[name.plainWord] = place }
    }
    var meanings = words.map { word in
      word.forms.lazy.compactMap { form in
        names[form.text].map { HeadMeaning(column: $0, unit: form.unit) }
      }.first
    }
    // What stands in brackets is no unit where another head is called so without them.
    for place in 0..<count {
      let whole = words.indices.filter { index in
        meanings[index]?.column == place && words[index].forms.first.map { names[$0.text] == place } == true
      }
      guard !whole.isEmpty else { continue }
      for index in words.indices where meanings[index]?.column == place && !whole.contains(index) {
        meanings[index] = nil
      }
    }
    let columns = Array(self)
    let (required, others) = (
      columns.indices.filter { columns[$0].isRequired }, columns.indices.filter { !columns[$0].isRequired }
    )
    for place in required + others where !meanings.contains(where: { $0?.column == place }) {
      let column = columns[place]
      let free = words.indices.filter { index in
        meanings[index].map { column.isRequired && !columns[$0.column].isRequired } ?? true
      }
      let found = column.spareNames.lazy.map(\.plainWord).compactMap { name in
        free.lazy.compactMap { index in
          words[index].forms.first { $0.text == name }.map { (index: index, unit: $0.unit) }
        }.first
      }.first
      if let found { meanings[found.index] = HeadMeaning(column: place, unit: found.unit) }
    }
    return meanings
  }
}

/// A head as it is compared: whole, and without what stands in brackets at its end.
private struct HeadWord {
  let forms: [(text: String, unit: String?)]

  init(_ head: String) {
    let whole = head.plainWord
    guard whole.hasSuffix(")"), let open = whole.unicodeScalars.firstIndex(of: "("), open > whole.startIndex else {
      forms = whole.isEmpty ? [] : [(whole, nil)]
      return
    }
    let inside = String(whole.unicodeScalars[open...].dropFirst().dropLast())
    let marks = ["单位:", "unit:"]
    let unit = marks.first(where: inside.hasPrefix).map { String(inside.dropFirst($0.count)) } ?? inside
    forms = [(whole, nil), (String(whole.unicodeScalars[..<open]), unit.isEmpty ? nil : unit)]
  }
}

extension String {
  /// The words by which a head is looked for among the names of columns.
  package var headForms: [String] { HeadWord(self).forms.map(\.text) }
}
