import KesiFormats
import KesiNetwork

/// What the job has to tell of its work, beside the answer.
enum SparkNote {
  static func phrase(_ note: JSONNode) -> Phrase {
    switch note["code"]?.text {
    case "unused_columns":
      var tables: [String] = []
      if case .object(let members)? = note["found"] {
        tables = members.map { "\($0.key): \($0.value.items.compactMap(\.text).joined(separator: ", "))" }
      }
      let listed = tables.joined(separator: "; ").visible(most: 300)
      return Phrase("Columns that Spark made no use of: \(listed).", zh: "Spark 未使用的列：\(listed)。")
    case "no_kinds":
      let listed = (note["found"]?.items ?? []).compactMap(\.text).joined(separator: ", ").visible(most: 300)
      return Phrase(
        "A list of ties does not state what actors are, so these are left empty: \(listed).",
        zh: "联系列表未注明主体类型，以下各项留空：\(listed)。")
    case "unread_tables":
      let listed = (note["found"]?.items ?? []).compactMap(\.text).joined(separator: ", ").visible(most: 300)
      return Phrase("Tables that Spark made no use of: \(listed).", zh: "Spark 未使用的数据表：\(listed)。")
    case "no_shared_checkpoint":
      return Phrase(
        "Between rounds Spark keeps what it has in its memory and on its disks: if a worker is lost, its rounds are done again. For long jobs name a folder that all workers reach: --conf spark.checkpoint.dir=hdfs://….",
        zh: "各轮之间的结果只保存在 Spark 的内存和磁盘中：工作节点丢失后须重算。耗时的作业宜指定各节点都能访问的文件夹：--conf spark.checkpoint.dir=hdfs://…。")
    default:
      let words = (note["message"]?.text ?? note.text ?? note["code"]?.text ?? "").visible(most: 300)
      return Phrase("Spark: \(words)", zh: "Spark：\(words)")
    }
  }
}
