/// What tables of patents call those who applied, and those who hold the rights today: these may have bought them.
enum PatentHeads {
  static func areApplicants(_ head: String) -> Bool {
    applicants.contains(HeadText(head).text) || HeadText(head).text.isExactly("applicant")
  }
  static func areHolders(_ head: String) -> Bool { holders.contains(HeadText(head).text) }

  /// Those that mean nothing else: an applicant may be of a project.
  static let applicants: Set<String> = [
    "申请人", "申请专利权人", "专利申请人", "专利权人", "共同申请人", "原始申请人", "第一申请人", "applicants", "assignee", "assignees",
    "applicant names",
  ]

  static let holders: Set<String> = [
    "当前申请人", "当前申请专利权人", "当前专利权人", "当前权利人", "现专利权人", "现权利人", "权利人", "专利权属人", "current assignee", "current assignees",
    "current owner", "current owners", "current applicant", "current applicants", "patent holder", "patent holders",
  ]
}
