import ArgumentParser
import KesiFormats

/// How the cells of a text are to be read, where it is not to be guessed.
struct TextChoices: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding of texts, by any name that iconv knows: gbk, big5, shift_jis, windows-1252. Default: told by the bytes.",
      valueName: "name"))
  var encoding: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What parts the cells of texts: comma, semicolon, tab, pipe, blank, or the sign. Default: what parts most lines alike.",
      valueName: "sign"))
  var separator: String?

  @Option(help: "The sign before decimals where numbers do not tell: point or comma.")
  var decimal: DecimalSign?

  enum DecimalSign: String, ExpressibleByArgument, CaseIterable { case point, comma }

  func options() throws -> ReadingOptions {
    var options = ReadingOptions()
    if let encoding {
      guard let known = TextEncoding(named: encoding) else {
        throw ValidationError(
          "--encoding \(encoding): there is no such encoding here. Known are utf-8, gbk, big5, shift_jis, euc-kr, windows-1252, and all that `iconv -l` lists."
        )
      }
      options.encoding = known
    }
    if let separator, !options.setSeparator(separator) {
      throw ValidationError(
        "--separator \(separator): give one sign of ASCII that is no letter, digit or quote, or one of comma, semicolon, tab, pipe, blank."
      )
    }
    options.decimals = decimal.map { $0 == .point ? .point : .comma }
    return options
  }
}

/// How a text or a workbook is to be read, where it is not to be guessed.
struct ReadingChoices: ParsableArguments {
  @OptionGroup var text: TextChoices

  @Flag(
    inversion: .prefixedNo, exclusivity: .exclusive,
    help: "The first line of a list names its columns, or does not. Default: told by its words, and by the lines below."
  )
  var header: Bool?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The sheet of a workbook that is meant, read by its heads and values.", valueName: "name"))
  var sheet: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What the actors of a SQLite database are: a SELECT whose columns are named as those of actors.csv (id, name, kind …).",
      valueName: "select"))
  var actorsSql: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What its ties are: a SELECT with source and target. Without --actors-sql the ends are the actors. Default of both: tables named as those of Kesi.",
      valueName: "select"))
  var tiesSql: String?

  func options() throws -> ReadingOptions {
    var options = try text.options()
    options.hasHeader = header
    options.queries[.actors] = actorsSql
    options.queries[.ties] = tiesSql
    options.sheet = sheet
    return options
  }
}
