import KesiMatrix
import KesiNetwork

/// A form in which networks are kept: what it is called, how it is told from others, how it is read and written, and what
/// it can hold.
package struct Format: Sendable {
  package let id: String
  /// What it is called in a sentence, without an article.
  package let name: Phrase
  /// What many of them are called: “snapshots”.
  package let names: String
  /// What of it a user names: a file or a folder, in words of help.
  package let input: String
  /// What someone who has named nothing is told to name; nil where that is told of others.
  package var suggestion: Phrase? = nil
  /// What is written, for help: “a snapshot of the whole network, which opens at once”.
  package let output: String
  /// The endings of its files, in lower case; the first are told, those in ``silentEndings`` only understood.
  package let endings: [String]
  package var silentEndings: [String] = []
  /// The word by which it is asked for where files of one ending, or folders, may be of several formats; nil for others.
  package var dialect: String? = nil
  /// The ending that it may have beside its own, where it is asked for.
  package var dialectEnding: String? = nil
  /// Whether it is a folder rather than a file.
  package var isFolder = false
  /// Whether something is of this format, as far as its name and its first bytes tell.
  package let recognizes: @Sendable (Candidate) -> Bool
  package let read: @Sendable (FileSource, ReadingOptions, Parallel) throws -> NetworkReading
  /// Nil where it is only read.
  package let writer: Writer?
  /// What it holds of a network; the rest is said to be left out.
  package let holds: Set<Holding>
  /// What of a wording it heeds; the rest is refused where it is asked for.
  package var heeds: Set<Wording.Choice> = []
  /// What may be said of how it is to be read; the rest is refused.
  package var honors: Set<ReadingOptions.Choice> = []
  /// Whether it holds a column of actors or ties.
  package var holdsColumn: @Sendable (ColumnHead) -> Bool = { _ in true }
  /// The titles of columns of actors that Kesi does not know and it has a place for, where it does not hold all.
  package var carries: @Sendable (Network) -> Set<String> = { _ in [] }
  /// The titles of columns that it can hold under another title only.
  package var renames: @Sendable (Network) -> [String] = { _ in [] }
  /// The files that reading looks at, whether they are there or not.
  package var files: @Sendable (_ path: String) -> [String] = { [$0] }

  /// What a format takes of what is to be written.
  package enum Writer: Sendable {
    /// The tables as they are.
    case network(@Sendable (Network, _ path: String, Wording, Parallel) throws -> Void)
    /// The matrix that is selected, with its actors.
    case graph(@Sendable (NetworkGraph, _ path: String) throws -> Void)
  }

  /// Something that is to be read.
  package struct Candidate: Sendable {
    /// What it is called, without the ending of a packing.
    package let path: String
    package let isFolder: Bool
    /// The first bytes of a file, unpacked; none of what can be read only once and was not read yet.
    package let start: [UInt8]

    init(_ source: FileSource) {
      path = source.plainName
      isFolder = source.isFolder
      start = source.start
    }
  }
}
