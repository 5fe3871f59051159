import KesiFormats
import KesiNetwork

/// What the job found wrong with the data or with what was asked, as it says itself.
struct SparkRefusal {
  private let said: JSONNode

  /// Nil where it refused nothing.
  init?(in answer: String) throws {
    let file = "\(answer)/failure.json"
    guard FileSource.path(file).isThere else { return nil }
    said = try JSONNode(try FileSource.path(file).withBytes { Array($0) })
  }

  private func word(_ key: String) -> String { (said[key]?.text ?? "").visible(most: 200) }

  func failure(of request: SparkRequest) -> SparkFailure {
    let place = place(request.input.visible)
    let count = said["count"]?.count ?? 1
    let more = count > 1 ? Phrase(" (and \(count - 1) more like it)", zh: "（另有 \(count - 1) 处）") : Phrase("", zh: "")
    let (found, expected) = (word("found"), word("expected"))
    switch said["code"]?.text {
    case "no_input":
      return SparkFailure(
        .noInput,
        "\(word("file")): Spark finds nothing there. Look whether the address is right and the cluster can read it.",
        zh: "\(word("file"))：Spark 在此找不到数据。请检查地址是否正确、集群能否读取。")
    case "output_exists":
      return SparkFailure(
        .cannotWrite, "\(word("file")) is there already and is not written over. Name another place with --parts.",
        zh: "\(word("file")) 已存在，不会覆盖。请用 --parts 指定其他位置。")
    case "missing_table":
      return SparkFailure(
        .badData,
        "\(request.input.visible): there is no table \(word("table")) (\(word("table")).csv or \(word("table")).parquet, or a folder of part files of that name). Spark reads tables, not workbooks, snapshots or graph files: kesi convert NETWORK -o FOLDER/ writes them.",
        zh:
          "\(request.input.visible)：没有数据表 \(word("table"))（\(word("table")).csv 或 \(word("table")).parquet，或同名的分片文件夹）。Spark 只读数据表，不读工作簿、快照和图文件：可用 kesi convert 网络 -o 文件夹/ 转换。"
      )
    case "missing_column":
      return SparkFailure(
        .badData, "\(place.en) has no column \(word("column")). Its heads are: \(found). Name the column so.",
        zh: "\(place.zh)：没有“\(word("column"))”列；现有表头为 \(found)。请补上该列。")
    case "unknown_end":
      return SparkFailure(
        .badData, "\(place.en): “\(found)” is not in the actors\(more.en). Add it there, or correct it.",
        zh: "\(place.zh)：主体表中没有“\(found)”\(more.zh)。请补充，或更正。")
    case "twice":
      return SparkFailure(
        .badData, "\(place.en): “\(found)” stands twice\(more.en). An id names one row: leave one.",
        zh: "\(place.zh)：“\(found)”出现两次\(more.zh)。编号不能重复，请保留一个。")
    case "bad_value":
      return SparkFailure(
        .badData, "\(place.en): “\(found)” should be \(expected)\(more.en). Correct it, or leave the cell empty.",
        zh: "\(place.zh)：“\(found)”应为 \(expected)\(more.zh)。请更正，或留空。")
    case "too_many_rows":
      return SparkFailure(
        .badData,
        "The chains hold \(found) rows of \(word("table")), more than one machine judges at once (\(expected)). Choose some of them with --chain.",
        zh: "产业链涉及的 \(word("table")) 有 \(found) 行，超过本机一次可评价的 \(expected) 行。请用 --chain 选择部分产业链。")
    default:
      let words = word("message").isEmpty ? word("code") : word("message")
      return SparkFailure(.badData, "\(place.en): \(words)", zh: "\(place.zh)：\(words)")
    }
  }

  /// The table, the row and the column, as far as they are told.
  private func place(_ input: String) -> Phrase {
    let file = word("file").isEmpty ? (word("table").isEmpty ? input : word("table")) : word("file")
    let row = said["row"]?.count
    let column = said["code"]?.text == "missing_column" ? "" : word("column")
    return Phrase(
      file + (row.map { ":\($0)" } ?? "") + (column.isEmpty ? "" : ": \(column)"),
      zh: file + (row.map { " 第 \($0) 行" } ?? "") + (column.isEmpty ? "" : " \(column) 列"))
  }
}
