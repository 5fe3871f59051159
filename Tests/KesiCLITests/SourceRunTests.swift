import Testing

@Suite("Where networks come from")
struct SourceRunTests {
  private func folder() throws -> Folder {
    let folder = try Folder()
    try folder.write("source,target\na,b\nb,c\n", to: "t.csv")
    _ = try folder.shell("gzip -k t.csv")
    return folder
  }

  @Test(
    "Standard input, pipes and packed files give what the file gives",
    arguments: [
      "cat t.csv | kesi metrics - --measure degree", "kesi metrics - --measure degree < t.csv",
      "cat t.csv.gz | kesi metrics - --measure degree", "kesi metrics t.csv.gz --measure degree",
      "zcat t.csv.gz | kesi metrics /dev/stdin --measure degree", "kesi metrics <(cat t.csv) --measure degree",
      "mkfifo p; cat t.csv > p & kesi metrics p --measure degree",
    ])
  func sources(line: String) throws {
    let folder = try folder()
    let run = try folder.shell(line)
    #expect(run.output == "id,name,kind,degree\na,a,,1\nb,b,,2\nc,c,,1\n")
    #expect(run.status == 0 && run.errors.isEmpty)
  }

  @Test("A database and lines of JSON give what the list gives, by name and through a pipe")
  func otherForms() throws {
    let folder = try folder()
    #expect(try folder.shell("kesi convert t.csv -o t.db && kesi convert t.csv -o t.ndjson").status == 0)
    for line in [
      "kesi metrics t.db --measure degree", "cat t.db | kesi metrics - --measure degree",
      "kesi metrics t.db --measure degree --ties-sql 'SELECT source, target FROM ties'",
      "kesi metrics t.db --measure degree --ties-sql 'SELECT source, target FROM ties' --actors-sql 'SELECT id, name, kind FROM actors'",
      "kesi metrics t.ndjson --measure degree", "gzip -c t.ndjson | kesi metrics - --measure degree",
    ] {
      let run = try folder.shell(line + " --quiet")
      #expect(
        run.output == "id,name,kind,degree\na,a,,1\nb,b,,2\nc,c,,1\n" && run.status == 0, "\(line): \(run.errors)")
    }
    let some = try folder.shell(
      "kesi metrics t.db --measure degree --quiet --ties-sql \"SELECT source, target FROM ties WHERE source = 'a'\"")
    #expect(some.output == "id,name,kind,degree\na,a,,1\nb,b,,1\n")
    #expect(try folder.shell("kesi metrics t.db --ties-sql 'DROP TABLE ties'").status == 65)
    #expect(try folder.shell("kesi metrics t.csv --ties-sql 'SELECT 1'").status == 64)
  }

  @Test("What was read from standard input before is not read again")
  func rest() throws {
    #expect(try folder().shell("(read head; kesi metrics - --measure degree) < t.csv").output.hasSuffix("\nc,c,,1\n"))
  }

  @Test("Two networks do not both come from standard input, and one that is read is not written over")
  func refusals() throws {
    let folder = try folder()
    let twice = try folder.shell("kesi compare - /dev/stdin < t.csv")
    #expect(twice.status == 64 && twice.errors.contains("Standard input can be read once"))
    let over = try folder.shell("kesi metrics - -o t.csv < t.csv")
    #expect(over.status == 64 && over.errors.contains("belongs to what is read"))
    #expect(try folder.shell("kesi check - <&-").status == 66)
    #expect(
      try folder.shell("head -c 40 t.csv.gz | kesi check -").errors.contains("stdin: is gzip data that end too early"))
  }

  @Test("What needs more memory than may be used is refused with the ways on, in both languages")
  func memory() throws {
    let little = ["KESI_MEMORY": "0.000001"]
    for network in ["graphs/suzhou", "graphs/classics/karate"] {
      for (language, words) in [("en", ["of memory", "--engine spark"]), ("zh", ["GiB 内存", "--engine spark"])] {
        let run = try Program.run("summary", network, "--lang", language, environment: little)
        #expect(run.status == 65 && run.output.isEmpty)
        for word in words + [network, "KESI_MEMORY=1"] { #expect(run.errors.contains(word), "\(run.errors)") }
      }
      #expect(try Program.run("summary", network, environment: ["KESI_MEMORY": "1"]).status == 0)
    }
  }
}
