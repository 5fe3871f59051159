import KesiNetwork

extension [Int] {
  /// The first of some rows, as Chinese lists them: `第 5、6 行`, `第 1、2、3、4、5 行等 8 行`.
  var rowsListedInChinese: String {
    let shown = prefix(5).map(String.init).joined(separator: "、")
    return "第 \(shown) 行" + (count > 5 ? "等 \(Figure.count(count).text) 行" : "")
  }
}
