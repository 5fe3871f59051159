import KesiNetwork

/// How the cells of a column are read into rows. False where the row needs a value that is not there.
typealias CellDecoder<Row> = (inout Row, Cells) -> Bool

extension TableColumn {
  /// - Parameters:
  ///   - place: in which cell of a row the column stands.
  ///   - start: where the start of the period stands that this one may be the end of.
  func decoder(at place: Int, start: Int?) -> CellDecoder<Row> {
    let head = head
    switch content {
    case .text(let access):
      return { row, cells in
        guard let text = cells.text(place) else { return cells.mayBeEmpty(head) }
        access.set(&row, text)
        return true
      }
    case .zone(let access):
      return { row, cells in
        if let zone = cells.meaning(place, cells.references.words.zone) { access.set(&row, zone) }
        return true
      }
    case .kind(let access):
      return { row, cells in
        if let kind = cells.meaning(place, cells.references.words.kind) { access.set(&row, kind) }
        return true
      }
    case .tieKind(let access, let direction):
      return { row, cells in
        guard let kind = cells.meaning(place, cells.references.words.tieKind) else { return true }
        // Gephi's column Type says no kind.
        if let isDirected = kind.utf8.count <= 10 ? directionsInType[kind.lowercased()] : nil {
          direction.set(&row, isDirected)
          return true
        }
        access.set(&row, kind)
        if cells.hasDirectedKinds, cells.references.profile.tieKind(kind).isDirected {
          direction.set(&row, true)
        }
        return true
      }
    case .list(let access):
      return { row, cells in
        access.set(&row, cells.rawText(place)?.listItems ?? [])
        return true
      }
    case .kinds(let access):
      return { row, cells in
        access.set(&row, (cells.rawText(place)?.listItems ?? []).map(cells.references.words.kind))
        return true
      }
    case .number(let access, let range):
      return { row, cells in
        guard let number = cells.number(place, head, in: range) else { return cells.mayStateNothing(place, head) }
        access.set(&row, number)
        return true
      }
    case .flag(let access):
      return { row, cells in
        if let flag = cells.flag(place, head) { access.set(&row, flag) }
        return true
      }
    case .direction(let access):
      return { row, cells in
        if cells.text(place).map(isOpenDirection) == true {
          access.set(&row, nil)
        } else if let flag = cells.flag(place, head) {
          access.set(&row, flag)
        }
        return true
      }
    case .start(let access):
      return { row, cells in
        if cells.isEmpty(place) { return cells.mayBeEmpty(head) }
        guard let period = cells.start(place, head) else { return cells.mayStateNothing(place, head) }
        access.set(&row, Period(from: period.from, to: period.to ?? access.get(row).to))
        return true
      }
    case .end(let access):
      return { row, cells in
        if cells.isEmpty(place) { return true }
        let period = access.get(row)
        if let date = cells.end(place, head, of: period, start: start) {
          access.set(&row, Period(from: period.from, to: date))
        }
        return true
      }
    case .term(let words, let access):
      return { row, cells in
        if let code = cells.code(place, head, of: words) { access.set(&row, code) }
        return true
      }
    case .reference(let table, let access):
      return { row, cells in
        guard !cells.isEmpty(place) else { return cells.mayBeEmpty(head) }
        guard let index = cells.row(place, in: table, head) else {
          return head.need != .value || cells.isEmpty(place) && cells.mayBeEmpty(head)
        }
        access.set(&row, index)
        return true
      }
    case .references(let table, let access):
      return { row, cells in
        guard !cells.isEmpty(place) else { return cells.mayBeEmpty(head) }
        let rows = cells.rows(place, in: table, head)
        access.set(&row, rows)
        return head.need != .value || !rows.isEmpty
      }
    }
  }
}

/// What graph tools write in a column `Type` of edges.
let directionsInType = ["directed": true, "undirected": false, "mutual": false]
