import KesiNetwork

/// The columns of a table by the command that prints it.
struct PrintedTable {
  let command: String
  let heads: [ResultTable.Head]

  init<Row>(_ command: String, _ columns: [Column<Row>]) {
    self.command = command
    // What only people see has no id that they could type.
    heads = columns.map(\.head).filter { $0.audience != .people }
  }
}

extension Glossary {
  /// The entries that the columns of some tables bear, in the order of tables and columns, each once and with all its places.
  static func meanings(in tables: [PrintedTable]) -> [GlossaryEntry] {
    var found: [(meaning: BorneMeaning, places: [Place])] = []
    for table in tables {
      for head in table.heads {
        for meaning in head.meanings {
          let number = found.firstIndex { $0.meaning.id == meaning.id } ?? found.count
          if number == found.count { found.append((meaning, [])) }
          if let place = found[number].places.firstIndex(where: { $0.commands == [table.command] }) {
            if !found[number].places[place].columns.contains(head.id) {
              found[number].places[place].columns.append(head.id)
            }
          } else {
            found[number].places.append(Place(commands: [table.command], columns: [head.id]))
          }
        }
      }
    }
    return found.map { $0.meaning.entry(in: Place.list($0.places)) }
  }

  private struct Place {
    var commands: [String]
    var columns: [String]

    /// `compare, what-if (before, after); gaps (severity)`: commands whose tables have it in the same columns go together.
    static func list(_ places: [Place]) -> String {
      var merged: [Place] = []
      for place in places {
        if let same = merged.firstIndex(where: { $0.columns == place.columns }) {
          merged[same].commands += place.commands
        } else {
          merged.append(place)
        }
      }
      return merged.map { "\($0.commands.joined(separator: ", ")) (\($0.columns.joined(separator: ", ")))" }
        .joined(separator: "; ")
    }
  }
}

extension BorneMeaning {
  fileprivate func entry(in tables: String) -> GlossaryEntry {
    GlossaryEntry(
      id, .result, name, or: meaning.aliases, meaning.definition, advice: meaning.advice,
      tables: tables + (meaning.isEvidence ? "; gaps (evidence)" : ""), values: meaning.values, source: meaning.source)
  }
}
