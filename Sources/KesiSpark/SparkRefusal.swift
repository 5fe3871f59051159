import KesiFormats
import KesiNetwork

/// What the job found wrong with the data or with what was asked, as it says itself.
struct SparkRefusal {
  private let said: JSONNode

  /// Nil where it refused nothing.
  init?(in answer: String) throws {
    let file = "\(answer)/failure.json"
    guard FileSource.path(file).isThere else { return nil }
    do { said = try JSONNode(try FileSource.path(file).withBytes { Array($0) }) } catch {
      throw SparkAnswer.broken("failure.json")
    }
  }

  /// What the job says under a key, as it may be shown; of a list all of it.
  private func word(_ key: String) -> String {
    let items = said[key]?.items.compactMap(\.text) ?? []
    return (items.isEmpty ? said[key]?.text ?? "" : items.joined(separator: ", ")).visible(most: 200)
  }

  /// The sentence for it: where, what was found, what to do.
  func failure(of request: SparkRequest) -> SparkFailure {
    let code = said["code"]?.text ?? ""
    let place = place(
      request.input.visible, hasFile: code != "missing_table",
      hasColumn: !["missing_column", "too_many_cells"].contains(code))
    let (file, found) = (word("file"), word("found"))
    switch code {
    case "no_input":
      return SparkFailure(
        .noInput, "\(file): Spark finds nothing there. Look whether the address is right and the cluster can read it.",
        zh: "\(file)：Spark 在此找不到数据。请检查地址是否正确、集群能否读取。")
    case "output_exists":
      return SparkFailure(
        .cannotWrite, "\(file) is there already and is not written over. Name another place with --parts.",
        zh: "\(file) 已存在，不会覆盖。请用 --parts 指定其他位置。")
    case "unknown_word":
      let (option, known) = (Self.option(word("option")), word("expected"))
      return SparkFailure(
        .usage,
        "\(option): “\(found)” is not in the network"
          + (known.isEmpty ? ", which states none." : ". It has: \(known). Spark takes words as the tables have them."),
        zh: "\(option)：网络中没有“\(found)”" + (known.isEmpty ? "。" : "；现有：\(known)。Spark 只认数据表中的原词。"))
    case "list_without_traits":
      return SparkFailure(
        .usage, "A list of ties has no \(found): leave the option out, or bring a folder of tables.",
        zh: "联系列表中没有 \(found)：请去掉该选项，或提供数据表文件夹。")
    default:
      // Of these the count is not how often they come.
      let isOne = ["too_many_rows", "too_many_pairs", "bad_head"].contains(code)
      let (what, others) = (problem(code, found), isOne ? Phrase("", zh: "") : others)
      return SparkFailure(
        .badData, "\(place.en): \(what.en)\(others.en)", zh: "\(place.zh)：\(what.zh)\(others.zh)")
    }
  }

  /// What is wrong there, and what to do.
  private func problem(_ code: String, _ found: String) -> Phrase {
    let (table, column, expected) = (word("table"), word("column"), word("expected"))
    switch code {
    case "missing_table":
      return Phrase(
        "there is no table \(table) (\(table).csv or \(table).parquet, or a folder \(table)/ of part files). Spark reads tables, not workbooks, snapshots or graph files: `kesi convert NETWORK -o FOLDER/` writes them.",
        zh:
          "没有数据表 \(table)（\(table).csv 或 \(table).parquet，或存放分片的文件夹 \(table)/）。Spark 只读数据表，不读工作簿、快照和图文件：可用 kesi convert 网络 -o 文件夹/ 转换。"
      )
    case "missing_column":
      return Phrase(
        "has no column \(column). Its heads are: \(found). Call the one that is meant so.",
        zh: "没有“\(column)”列；现有表头为：\(found)。请将相应列的表头改为“\(column)”。")
    case "column_twice":
      return Phrase(
        "two columns are \(column), one of them “\(found)”. Name one of them otherwise.",
        zh: "有两列都是“\(column)”，其一为“\(found)”。请将其中一列改名。")
    case "table_twice":
      return Phrase("the table is there twice, also as \(found). Leave one.", zh: "数据表有两份，另一份为 \(found)。请只保留一份。")
    case "empty_table": return Phrase("holds no rows. Fill it in, or leave it out.", zh: "没有数据行。请填写，或去掉该表。")
    case "no_ties": return Phrase("there are no ties in it to look at.", zh: "没有可供分析的联系。")
    case "unknown_end":
      return Phrase(
        "“\(found)” is not in \(expected.isEmpty ? "the actors" : expected). Add it there, or correct it.",
        zh: "“\(found)”不在\(expected.isEmpty ? "主体表" : " \(expected) ")中。请补充，或更正。")
    case "several":
      return Phrase("“\(found)” is the name of several. Write the id.", zh: "有几个主体都叫“\(found)”。请改写编号。")
    case "twice":
      return Phrase("“\(found)” stands twice. An id names one row: leave one.", zh: "“\(found)”出现两次。编号不能重复，请保留一个。")
    case "alike":
      return Phrase(
        "the names \(found) look the same. Write them alike if they are one, or tell them apart.",
        zh: "名称 \(found) 看上去相同。如为同一主体请统一写法，否则请加以区分。")
    case "empty": return Phrase("is empty. Every row needs it: fill it in.", zh: "为空。每行都须填写，请补上。")
    case "open_quote":
      return Phrase(
        "“\(found)” begins with a quote that does not close. Close it, or take it away.",
        zh: "“\(found)”开头的引号没有闭合。请补上，或删去。")
    case "torn_cell":
      return Phrase(
        "text follows the closing quote of a cell. Write a quote inside quoted text twice; where Spark writes the file: .option(\"escape\", \"\\\"\").",
        zh: "单元格的右引号之后还有文字。引号内的引号须写两次；由 Spark 写出时请用 .option(\"escape\", \"\\\"\")。")
    case "too_many_cells":
      return Phrase(
        "the row has more cells than the head, “\(found)” first. Put a text that holds the separator in quotes.",
        zh: "该行的单元格多于表头，多出的第一格为“\(found)”。内容含分隔符时请加引号。")
    case "unworkable":
      return Phrase(
        "“\(found)” is too large or too small to compute with. Take another unit.", zh: "“\(found)”过大或过小，无法计算。请换用其他单位。")
    case "bad_type":
      return Phrase(
        "holds \(found), which is no cell of a table. Write numbers, dates and texts; ids as texts or whole numbers.",
        zh: "类型为 \(found)，不能用作单元格。请存为数字、日期或文本；编号存为文本或整数。")
    case "too_many_owners":
      return Phrase(
        "more than \(expected) organizations stand above one another. Look for a ring among them.",
        zh: "上级单位超过 \(expected) 层，请检查是否循环。")
    case "bad_value":
      return Phrase(
        "“\(found)” is no \(expected). Correct it, or leave the cell empty.",
        zh: "“\(found)”不是有效的\(Self.chinese(expected))。请更正，或留空。")
    case "doubtful_point":
      return Phrase(
        "in “\(found)” the point may part thousands or decimals. Write 1000 or 1000.0.",
        zh: "“\(found)”中的点既可能是千位分隔，也可能是小数点。请写成 1000 或 1000.0。")
    case "says_nothing":
      return Phrase("“\(found)” names nobody. Leave the row out.", zh: "“\(found)”不是名称。请去掉该行。")
    case "several_names":
      return Phrase("“\(found)” holds several names. Write a row for each.", zh: "“\(found)”含多个名称。请分行填写。")
    case "composed":
      return Phrase(
        "“\(found)” can be written in two ways that look the same. Convert the file to NFC.",
        zh: "“\(found)”有两种看上去相同的编码写法。请先将文件转换为 NFC 形式。")
    case "reversed":
      return Phrase("“\(found)” ends before it begins. Correct the dates.", zh: "“\(found)”结束早于开始。请更正日期。")
    case "bad_encoding":
      return Phrase("is not UTF-8. Convert it: iconv -f GBK -t UTF-8.", zh: "不是 UTF-8 编码。请先转换：iconv -f GBK -t UTF-8。")
    case "percent_line":
      return Phrase(
        "lines begin with % and cells hold line breaks, so that comments cannot be told from texts. Take the comments out.",
        zh: "有以 % 开头的行，且单元格内含换行，无法区分注释与内容。请删去注释行。")
    case "bad_separator":
      return Phrase(
        "what parts its cells cannot be told: “\(found)”. Part them by commas or tabs.",
        zh: "无法判断分隔符：“\(found)”。请用逗号或制表符分隔。")
    case "bad_head":
      return Phrase(
        "its head is not clear: “\(found)”. Call the columns source, target, weight; each part file has the same head.",
        zh: "表头不明确：“\(found)”。请把各列命名为 source、target、weight；各分片文件的表头须一致。")
    case "unknown_head", "unknown_columns":
      return Phrase(
        "is no list of ties that can be told: it begins with “\(found)”. Bring two or three columns, or a head with source, target, weight.",
        zh: "无法认定为联系列表：开头为“\(found)”。请提供两列或三列，或加上表头 source、target、weight。")
    case "dates_as_weights":
      return Phrase(
        "the third column holds \(found), which seem to be dates. Give it a head: from, or weight.",
        zh: "第三列为 \(found)，像是日期。请加表头：from 或 weight。")
    case "pattern_in_name":
      return Phrase(
        "Spark takes { } [ ] * ? \\ in a name for a pattern of names. Name the file and its folders without them.",
        zh: "名称中的 { } [ ] * ? \\ 会被 Spark 当作通配符。请将文件和文件夹改名。")
    case "bad_format", "bad_folder":
      return Phrase("holds \(found), where \(expected) is expected.", zh: "含有 \(found)；应为 \(expected)。")
    case "too_many_rows":
      let count = word("count")
      return Phrase(
        "the chains hold \(count) rows or more, and one machine judges \(expected) at once. Bring tables with some of the chains and their positions alone.",
        zh: "产业链涉及至少 \(count) 行，超过本机一次可评价的 \(expected) 行。请只保留部分产业链及其位置。")
    case "too_many_pairs":
      return Phrase(
        "consortia or chains would become more ties than Spark takes. Leave out the largest, or choose other --layers.",
        zh: "联合体或产业链换算成的联系过多。请去掉规模最大的，或改用其他 --layers。")
    default:
      let words = [code, found, expected].filter { !$0.isEmpty }.joined(separator: ", ")
      return Phrase("cannot be used: \(words).", zh: "无法使用：\(words)。")
    }
  }

  /// The option of the command line by which words are chosen.
  private static func option(_ name: String) -> String {
    switch name {
    case "kinds": "--kind"
    case "zones": "--zone"
    case "chains": "--chain"
    default: "--\(name)"
    }
  }

  private static func chinese(_ what: String) -> String {
    switch what {
    case "number": "数字"
    case "date": "日期"
    default: what
    }
  }

  /// How many more there are like it.
  private var others: Phrase {
    let count = said["count"]?.count ?? 1
    guard count > 1 else { return Phrase("", zh: "") }
    return Phrase(" There are \(count - 1) more like it.", zh: "此类问题另有 \(count - 1) 处。")
  }

  /// The table, the row and the column, as far as they are told.
  private func place(_ input: String, hasFile: Bool, hasColumn: Bool) -> Phrase {
    let file = hasFile ? [word("file"), word("table")].first { !$0.isEmpty } ?? input : input
    let row = said["row"]?.count
    let column = hasColumn ? word("column") : ""
    return Phrase(
      file + (row.map { ":\($0)" } ?? "") + (column.isEmpty ? "" : ": \(column)"),
      zh: file + (row.map { " 第 \($0) 行" } ?? "") + (column.isEmpty ? "" : "“\(column)”"))
  }
}
