import Testing

/// Options that contradict each other are refused; those that nothing in the data answers to are said.
@Suite("What was asked for and is not there")
struct IdleChoiceTests {
  private func folder() throws -> Folder {
    let folder = try Folder()
    try folder.write("source,target\nA,B\nB,C\n", to: "plain.csv")
    try folder.write("source,target,year,weight\nA,B,2019,2\nB,C,2021,3\n", to: "dated.csv")
    try folder.write("project,organisation\nP1,A\nP1,B\n", to: "groups.csv")
    return folder
  }

  @Test(
    "A flag and its opposite, or the same list twice, are refused",
    arguments: [
      "summary plain.csv --directed --undirected", "check plain.csv --header --no-header",
      "summary --each plain.csv --each dated.csv", "summary --each=plain.csv --each dated.csv",
    ])
  func twice(call: String) throws {
    let run = try folder().shell("kesi \(call)")
    #expect(run.status == 64 && run.output.isEmpty && !run.errors.isEmpty, "\(run.errors)")
  }

  @Test(
    "A time or weights that nothing states are said, unless told to be quiet",
    arguments: [
      ("summary plain.csv --from 2020", "Nothing here has a date"),
      ("summary groups.csv --to 2020", "Nothing here has a date"),
      ("compare plain.csv --before 2019 --after 2021", "Nothing here has a date"),
      ("summary plain.csv --weighted", "No tie here states a weight"),
      ("summary plain.csv --weighted --lang zh", "没有可用的强度"),
    ])
  func notStated(call: String, words: String) throws {
    let folder = try folder()
    #expect(try folder.shell("kesi \(call)").errors.contains(words))
    #expect(try !folder.shell("kesi \(call) --quiet").errors.contains(words))
    let stated = call.replacing("plain.csv", with: "dated.csv").replacing("groups.csv", with: "dated.csv")
    #expect(try !folder.shell("kesi \(stated)").errors.contains(words))
  }

  @Test("Ties of shared consortia have weights of their own")
  func projected() throws {
    #expect(try !folder().shell("kesi summary groups.csv --weighted").errors.contains("states a weight"))
  }
}
