import KesiNetwork

/// Names of what several organizations run together: “and” in them parts no two.
enum JointName {
  /// Whether a name ends as those do that several organizations run together: 甲大学和乙大学联合实验室.
  static func isOne(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["联合", "共建", "实验室", "中心", "基地", "平台", "工作站", "joint", "lab", "center", "centre", "alliance", "联盟"].contains(
      where: name.holds)
  }
}
