import Foundation
import Testing

@Suite("kesi ask")
struct AskRunTests {
  /// Two enterprises and a university in a chain, of which the level is not stated and two ties say nothing.
  private func network(in folder: Folder) throws {
    try folder.shell("mkdir n").check()
    try folder.write(
      "id,name,kind\nE1,One,enterprise\nE2,Two,enterprise\nU1,Three,university\nU2,Four,university\n",
      to: "n/actors.csv")
    try folder.write("id,name,requires\nc,Chain,enterprise;university\n", to: "n/chains.csv")
    try folder.write("actor,chain,level,note\nE1,c,,x\nE2,c,,\nU1,c,,y\nU2,c,national,\n", to: "n/positions.csv")
    try folder.write(
      "source,target,kind,from,outcome\nE1,U1,project,2022,open\nE2,U1,project,2021,\nE1,E2,project,2021,\n",
      to: "n/ties.csv")
  }

  @Test(
    "The form that is written is read back, and the tables are those that somebody edits by hand",
    arguments: ["csv", "xlsx"])
  func whole(ending: String) throws {
    let folder = try Folder()
    try network(in: folder)
    try folder.shell("kesi ask n --quiet -o form.\(ending)").check()
    let table = try folder.shell("kesi ask n --quiet --format csv").check().output
    #expect(table.contains(",positions,U1@c,level") && table.contains(",ties,E2--U1,outcome"))
    // Nobody has answered: nothing changes but how tables are written.
    let open = try folder.shell("kesi ask n --answers form.\(ending) -o same/").check()
    #expect(open.errors.contains("0 answers filled in") && open.errors.contains("Not answered: 5 rows of the form"))
    try folder.write(
      "table,row,column,answer\npositions,U1@c,level,省级\nties,E2--U1,outcome,unsatisfactory\n", to: "answers.csv")
    let run = try folder.shell("kesi ask n --answers answers.csv -o new/").check()
    #expect(run.errors.contains("positions.csv: U1@c, level: (empty) → provincial"))
    #expect(run.errors.contains("ties.csv: E2--U1, outcome: (empty) → unsatisfactory"))
    try folder.shell(
      "cp -r n hand; sed -i 's/U1,c,,y/U1,c,provincial,y/' hand/positions.csv; sed -i 's/E2,U1,project,2021,/&unsatisfactory/' hand/ties.csv"
    ).check()
    for command in ["chains", "summary"] {
      let (new, hand) = (
        try folder.shell("kesi \(command) new --quiet"), try folder.shell("kesi \(command) hand --quiet")
      )
      #expect(new.status == 0 && new.output == hand.output)
    }
    #expect(try folder.read("new/positions.csv").contains("U1,c,provincial,y"))
    // What is filled in is not asked for again.
    let again = try folder.shell("kesi ask new --quiet --format csv").check().output
    #expect(!again.contains(",positions,U1@c,level") && again.contains(",ties,E1--E2,outcome"))
  }

  @Test("Where an answer is not understood, its cell is told and nothing is written")
  func refused() throws {
    let folder = try Folder()
    try network(in: folder)
    try folder.write("数据表,行,列,答复\n链位,U1@c,层级,特级\n联系,E2--U1,成效,满意\n", to: "answers.csv")
    let run = try folder.shell("kesi ask n --answers answers.csv -o new/ --lang zh")
    #expect(run.status == 65 && run.errors.contains("answers.csv 第 2 行，答复（answer）：“特级”无法识别。请填：国家级、省级、市级、普通"))
    #expect(try folder.shell("test -e new").status == 1)
    // The tables that are read are never written over.
    #expect(try folder.shell("kesi ask n --answers answers.csv -o n/").status != 0)
    for line in ["", "-o -", "-o new.csv", "-o new/ --top 3", "-o new/ --from 2020"] {
      #expect(try folder.shell("kesi ask n --answers answers.csv \(line)").status == 64, "\(line)")
    }
  }
}

extension Run {
  /// The run itself, where it ended well.
  @discardableResult
  fileprivate func check() throws -> Run {
    try #require(status == 0, "\(errors)")
    return self
  }
}
