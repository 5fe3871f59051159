import Foundation
import KesiNetwork
import Testing

@Suite("Every option of every command changes something or is refused")
struct OptionTests {
  static let network = "Tests/Networks/cluster"
  /// The same without groups that are tested against chance, for a command that would draw for them hundreds of times.
  static let quick = "QUICK"

  /// What a command needs to run at all.
  static let needed: [String: [String]] = [
    "check": [network], "summary": [network], "metrics": [network], "chains": [network],
    "gaps": [network, "--draws", "100"], "suggest": [network, "--ties", "2"],
    "what-if": [network, "--remove", "E2"], "compare": [network, "--before", "2021", "--after", "2023"],
    "resilience": [network], "mixing": [network], "explain": [], "render": [network],
    "report": [network, "--draws", "100"],
    "plan": [quick, "--steps", "6"], "risk": [network], "ask": [network], "trend": [network],
    "share": [network, "--rule", "strength"], "contribution": [network],
    "match": [network], "symbiosis": [network], "appraise": [network],
    "convert": [network, "-o", "OUT.csv"], "schema": [],
    "new": ["-o", "OUT.xlsx"], "import sheet": ["SHEET.csv", "-o", "OUT.net"],
    "import cordis": ["CORDIS", "-o", "OUT.net/"], "import ror": ["ROR.json", "-o", "OUT.net/"],
    "import openalex": ["WORKS.json", "-o", "OUT.net/"],
  ]

  /// A value for each option that takes one. A new option is to be given one here.
  static let values: [String: [String]] = [
    "--format": ["json"],
    "--sort": ["kind", "value", "change", "chain_index", "id", "gain", "harm", "ties", "rows", "column", "pairs"],
    "--top": ["1"], "--headers": ["zh"], "--lang": ["zh"],
    "--output": ["OUT.csv", "OUT.svg", "OUT.html", "OUT.json", "OUT.md"],
    "--layers": ["joint_project"], "--projection": ["newman"], "--from": ["2023"], "--to": ["2021"],
    "--chain": ["biomedicine"], "--zone": ["Z1,Z2", "nuts2"], "--kind": ["enterprise,university", "college"],
    "--threads": ["1"],
    "--draws": ["200"], "--seed": ["7"], "--measure": ["degree"], "--sample": ["5"], "--group": ["zone"],
    "--resolution": ["3"], "--explain": ["biomedicine"], "--fail-on": ["low", "developing", "any"],
    "--goal": ["connectivity"], "--steps": ["1"], "--without": ["U3:E9", "E1:E9", "E6:E9", "E7:E6"],
    "--with": ["E2:U3"],
    "--set": ["I3--P1 outcome=satisfactory"],
    "--ties": ["1", "0"], "--positions": ["0"], "--per-actor": ["1"], "--for": ["biomedicine", "E2"],
    "--pairs": ["university:hospital"], "--remove": ["E3"], "--add": ["E1:U3"], "--place": ["new:platform@biomedicine"],
    "--scenario": ["SCENARIO", "OUT.csv"], "--picture": ["OUT.svg"], "--before": ["2020"], "--after": ["2022"],
    "--show": ["square", "agreement", "ties"], "--subjects": ["enterprise,college"], "--runs": ["50"], "--by": ["zone"],
    "--topic": ["gap", "HORIZON-CL5"],
    "--view": ["matrix"], "--rule": ["chains"], "--coalitions": ["COALITIONS.csv"], "--complete": ["superadditive"],
    "--samples": ["200"], "--scheme": ["SCHEME.yml"], "--statement": ["E2"],
    "--theme": ["dark"], "--actor": ["E2"], "--radius": ["2"], "--consortium": ["C-GAN"], "--size": ["betweenness"],
    "--as-of": ["2019", "2030"], "--color": ["zone"], "--min-weight": ["2"], "--labels": ["1"],
    "--page": ["a4", "columns"],
    "--font": ["DejaVu Serif"], "--columns": ["zone"], "--each": ["graphs/park"],
    "--encoding": ["gbk"], "--separator": ["tab"], "--decimal": ["comma"], "--sheet": ["actors", "SHEET"],
    "--actors-sql": ["SELECT 1"], "--ties-sql": ["SELECT 1"],
    "--mapping": ["MAPPING.yml"], "--merges": ["MERGES.csv"], "--country": ["DE,FR"], "--program": ["HORIZON.2"],
    "--call": ["HORIZON-CL5"], "--status": ["SIGNED", "active,inactive"], "--city": ["Suzhou"],
    "--type": ["education", "article"], "--most-institutions": ["2"],
    "--dialect": ["d3"], "--missing": ["2"], "--missing-where": ["small"], "--answers": ["ANSWERS.csv"],
    "--budget": ["1"], "--since": ["PLAN.csv"],
    "--engine": ["spark"], "--master": ["yarn"], "--conf": ["a=b"], "--parts": ["OUT.parts"],
  ]

  /// With what else an option does something, where it does nothing on its own.
  static let company: [String: [String]] = [
    "metrics --normalized": ["--measure", "betweenness"], "metrics --sample": ["--measure", "betweenness"],
    "metrics --group": ["--measure", "coordinator,participation"], "metrics --resolution": ["--measure", "community"],
    "metrics --potts": ["--measure", "community", "--resolution", "0.2"],
    "metrics --seed": ["--measure", "betweenness", "--sample", "5"],
    "metrics --projection": ["--layers", "consortia", "--measure", "strength"],
    "metrics --weighted": ["--measure", "closeness"], "metrics --directed": ["--measure", "in_degree"],
    "resilience --curve": ["--removal"], "resilience --runs": ["--removal"], "resilience --seed": ["--removal"],
    "mixing --draws": ["--by", "zone"], "render --actor": ["--view", "ego"],
    "render --radius": ["--view", "ego", "--actor", "E2"],
    "render --consortium": ["--view", "consortium"], "render --subjects": ["--view", "phase"],
    "symbiosis --subjects": ["--show", "evolution"], "symbiosis --lang": ["--format", "table"],
    "explain --sort": ["--format", "csv"], "explain --top": ["--format", "csv"],
    "explain --excel": ["--format", "csv"],
    "explain --headers": ["--format", "csv"], "explain --output": ["degree"],
    "summary --projection": ["--layers", "consortia", "--weighted"], "suggest --across-zones": ["--ties", "6"],
    "compare --projection": ["--layers", "consortia"], "render --projection": ["--layers", "consortia"],
    "render --weighted": ["--size", "closeness"], "report --projection": ["--layers", "consortia"],
    "convert --projection": ["--layers", "consortia"], "summary --lang": ["--format", "table"],
    "metrics --lang": ["--format", "table"], "chains --lang": ["--format", "table"],
    "gaps --lang": ["--format", "table"], "suggest --lang": ["--format", "table"],
    "what-if --lang": ["--format", "table"], "compare --lang": ["--format", "table"],
    "resilience --lang": ["--format", "table"], "mixing --lang": ["--format", "table"],
    "check --lang": ["--format", "table"], "plan --lang": ["--format", "table"], "risk --lang": ["--format", "table"],
    "ask --lang": ["--format", "table"], "ask --answers": ["-o", "OUT.net/"],
    "trend --lang": ["--format", "table"], "share --lang": ["--format", "table"],
    "contribution --lang": ["--format", "table"], "appraise --lang": ["--format", "table"],
    "share --seed": ["--rule", "chains", "--samples", "200"],
    "match --lang": ["--format", "table"],
    "gaps --missing-where": ["--missing", "1"], "chains --missing-where": ["--missing", "1"],
    "metrics --missing-where": ["--missing", "1"],
  ]

  /// Networks on which an option does something, where it does nothing on the usual one: one with a warning in it.
  static let otherNetworks = [
    "--strict": "WARNS", "gaps --directed": "graphs/park", "render --subjects": "graphs/park",
    "symbiosis --subjects": "graphs/park",
  ]

  /// Options that are there to change no result, of all commands or of one, and why.
  static let silent: [String: String] = [
    "--threads": "results are the same for any number", "--quiet": "only what is said beside the result",
    "--undirected": "says what is the case anyway",
    "--output": "the same bytes, elsewhere", "what-if --cascade": "a loss may leave everyone a partner",
    "suggest --across-zones": "the best steps may be across zones anyway",
    "compare --seed": "what is drawn may decide nothing", "compare --draws": "the same",
    "compare --all": "everything may have changed",
    "what-if --all": "everything may change", "plan --scenario": "only another file is written",
    "--decimal": "the numbers of the usual network are whole", "import cordis --strict": "nothing in it is warned of",
    "import ror --strict": "nothing in it is warned of", "import openalex --strict": "nothing in it is warned of",
  ]

  /// Files that calls name, by their names.
  static let files = [
    "SCENARIO": "remove E3\n", "ANSWERS.csv": "table,row,column,answer\n",
    "SHEET.csv": "企业名称,合作单位,起止时间\n甲一公司,苏州大学、东南大学,2021\n乙二公司,苏州大学,2020\n丙三厂,苏州大学,2020\n",
    "MAPPING.yml": "layouts:\n  - columns:\n      企业名称: actor\n      合作单位: partners\n      起止时间: ignore\n",
    "SCHEME.yml": "indicators:\n  p: {source: partners}\n",
    "COALITIONS.csv": "members,value\nE1;E2,4\nE1,1\nE2,2\n",
    "PLAN.csv": "step,gain,cluster_index_from,cluster_index_to,gaps,scenario\n1,1,40,41,,add E1--U3\n",
    "MERGES.csv": "name,other_name,accept\n甲一公司,乙二公司,yes\n",
    "ROR.json": """
    {"id":"https://ror.org/01","types":["education"],"status":"active","established":2022,"names":[{"value":"A","types":["ror_display"]}],"locations":[{"geonames_id":1,"geonames_details":{"name":"Suzhou","country_code":"DE"}}],"relationships":[{"type":"child","id":"https://ror.org/02","label":"B"}]}
    {"id":"https://ror.org/02","types":["company"],"status":"active","established":2020,"names":[{"value":"B","types":["ror_display"]}],"locations":[{"geonames_id":2,"geonames_details":{"name":"Wuxi","country_code":"IT"}}],"relationships":[{"type":"related","id":"https://ror.org/09","label":"Hospital X"}]}
    {"id":"https://ror.org/03","types":["education"],"status":"inactive","names":[{"value":"C","types":["ror_display"]}],"relationships":[]}

    """,
    "WORKS.json": """
    {"id":"https://openalex.org/W1","type":"article","publication_date":"2022-01-01","authorships":[{"institutions":[{"id":"https://openalex.org/I1","display_name":"A","country_code":"DE","type":"education"},{"id":"https://openalex.org/I2","display_name":"B","country_code":"FR","type":"company"},{"id":"https://openalex.org/I3","display_name":"C","country_code":"IT","type":"company"}]}]}
    {"id":"https://openalex.org/W2","type":"preprint","publication_date":"2020-01-01","authorships":[{"institutions":[{"id":"https://openalex.org/I1","display_name":"A","country_code":"DE","type":"education"}]}]}

    """,
    "CORDIS/organization.csv": """
    projectID;organisationID;name;activityType;country;role
    1;10;Uni A;HES;FR;coordinator
    1;11;Firm B;PRC;DE;participant
    2;12;Lab C;REC;IT;coordinator
    2;10;Uni A;HES;FR;participant

    """,
    "CORDIS/project.csv": """
    id;acronym;status;startDate;endDate;legalBasis;topics;masterCall
    1;SUN;SIGNED;2022-01-01;2024-12-31;HORIZON.2.5;HORIZON-CL5-2021-D2;HORIZON-CL5-2021
    2;WIND;CLOSED;2019-01-01;2020-12-31;HORIZON.1.1;ERC-2018;ERC-2018

    """,
  ]

  private struct Outcome: Equatable {
    var status: Int32
    var output: Data
    var files: [String: Data]
  }

  /// Runs in a folder of its own; the names in capitals are files there.
  private func run(_ arguments: [String]) throws -> (outcome: Outcome, errors: String) {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder.path("CORDIS"), withIntermediateDirectories: false)
    for (name, text) in Self.files { try folder.write(text, to: name) }
    let own = Set(Self.files.keys).union(["WARNS", Self.quick, "CORDIS"])
    for name in ["WARNS", Self.quick] where arguments.contains(name) {
      let copy = folder.path(name)
      try FileManager.default.copyItem(atPath: Program.root.appending(path: Self.network).path, toPath: copy)
    }
    if arguments.contains(Self.quick) {
      let settings = try folder.read("\(Self.quick)/network.yml")
      try folder.write(settings + "thresholds:\n  smallest_group: 99\n", to: "\(Self.quick)/network.yml")
    }
    if arguments.contains("WARNS") {
      let ties = try folder.read("WARNS/ties.csv")
      // A tie that is there twice.
      try folder.write(ties + ties.split(separator: "\n")[1] + "\n", to: "WARNS/ties.csv")
    }
    let words = arguments.map { word in
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let name = parts.last, own.contains(name) || name.hasPrefix("OUT.")
      else { return word }
      return (parts.dropLast() + [folder.path(name)]).joined(separator: "=")
    }
    let run = try Program.run(words)
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.url.path) where name.hasPrefix("OUT.") {
      // Nil for a folder, whose files have paths of their own.
      files[name] = try? Data(contentsOf: folder.url.appending(path: name))
    }
    return (Outcome(status: run.status, output: Data(run.output.utf8), files: files), run.errors)
  }

  @Test("There is a value for every option, and a start for every command")
  func complete() {
    #expect(CommandLineHelp.commands.count >= 14)
    for command in CommandLineHelp.commands {
      #expect(Self.needed[command.name] != nil, "Say in `needed` what \(command.name) needs to run")
      for argument in command.arguments ?? [] where argument.takesValue {
        if let option = argument.option {
          #expect(Self.values[option] != nil, "Give \(command.name) \(option) a value in `values`")
        }
      }
    }
  }

  @Test("It changes the result, or is refused with a sentence", arguments: CommandLineHelp.commands.map(\.name))
  func used(command name: String) throws {
    let command = try #require(CommandLineHelp.commands.first { $0.name == name })
    let usual = command.words + (Self.needed[name] ?? [])
    var starts: [[String]: (outcome: Outcome, errors: String)] = [:]
    func began(_ start: [String]) throws -> (outcome: Outcome, errors: String) {
      if let run = starts[start] { return run }
      let run = try run(start)
      // With company it may want the option itself: a view of one actor, without --actor.
      if start.count == usual.count { #expect(run.outcome.status == 0, "\(start): \(run.errors)") }
      starts[start] = run
      return run
    }
    for argument in command.arguments ?? [] {
      guard let option = argument.option, option != "--help", option != "--version" else { continue }
      let values = argument.takesValue ? (Self.values[option] ?? ["1"]).map { ["\(option)=\($0)"] } : [[option]]
      let other = Self.otherNetworks[option] ?? Self.otherNetworks["\(name) \(option)"]
      let start = usual.map { [Self.network, Self.quick].contains($0) ? other ?? $0 : $0 }
      func changes(_ start: [String]) throws -> (changes: Bool, refused: Bool) {
        let before = try began(start)
        var refused = false
        for value in values {
          let after = try run(start + value)
          if after.outcome.status == 64 {
            #expect(after.errors.count > 20, "\(start + value): refused without a sentence")
            refused = true
          } else if after.outcome != before.outcome || option == "--lang" && after.errors != before.errors {
            return (true, refused)
          }
        }
        return (false, refused)
      }
      let company = Self.company["\(name) \(option)"]
      // Codes and numbers are the same in both languages: its effect is asked for where there are words.
      let alone = try changes(option == "--lang" ? start + (company ?? []) : start)
      #expect(
        alone.changes || alone.refused || Self.silent[option] != nil || Self.silent["\(name) \(option)"] != nil,
        "\(name) \(option) is accepted and changes nothing")
      guard let company else { continue }
      let together = try changes(start + company)
      #expect(together.changes, "\(name) \(option) changes nothing with \(company)")
    }
  }

  @Test("Ids and names may begin with a dash wherever one is asked for")
  func dashes() throws {
    let folder = try Folder()
    try folder.write("id,name,kind,zone\n-10,Ten,-k,-z\nB,Bee,-k,-z\nC,Cee,k,z\n", to: "actors.csv")
    try folder.write("source,target,kind\n-10,B,-t\nB,C,t\n", to: "ties.csv")
    try folder.write("id,name,requires\n-c,Chain,-k\n", to: "chains.csv")
    try folder.write("actor,chain\n-10,-c\nB,-c\n", to: "positions.csv")
    try folder.write("id,name\n-u,Union\n", to: "consortia.csv")
    try folder.write("consortium,actor\n-u,-10\n-u,B\n", to: "members.csv")
    for line in [
      ["render", "--view", "ego", "--actor", "-10"], ["render", "--view", "consortium", "--consortium", "-u"],
      ["metrics", "--chain", "-c"], ["metrics", "--zone", "-z"], ["metrics", "--kind", "-k"],
      ["metrics", "--layers", "-t"], ["chains", "--explain", "-c"], ["suggest", "--for", "-c"],
      ["what-if", "--remove", "-10"],
    ] {
      let run = try Program.run([line[0], folder.path("")] + line.dropFirst() + ["--quiet"])
      #expect(run.status == 0 && run.errors.isEmpty, "\(line): \(run.errors)")
    }
  }

  @Test("An empty name and an empty kind of tie are called so")
  func empty() throws {
    let run = try Program.run("gaps", "")
    #expect(run.status == 66 && run.errors.contains("The name of the network is empty"), "\(run.errors)")
    let whatIf = try Program.run("what-if", "graphs/consortium", "--add", "ROB1:ROB2:")
    #expect(whatIf.status == 64 && whatIf.errors.contains("No kind of tie stands after the second colon"))
  }

  @Test("A number is written in decimals, in options, too")
  func decimals() throws {
    let run = try Program.run("what-if", "graphs/classics/karate", "--add", "1:10::0x10")
    #expect(run.status == 64 && run.errors.contains("the weight above 0"), "\(run.errors)")
    let metrics = try Program.run(
      "metrics", "graphs/classics/karate", "--measure", "community", "--resolution", "0x1")
    #expect(metrics.status == 64 && metrics.errors.contains("not a number"), "\(metrics.errors)")
  }

  @Test("Every command answers the same whatever the order of rows", arguments: ["consortium", "park"])
  func rows(name: String) throws {
    let (straight, reversed) = ("graphs/\(name)", try Folder())
    for file in try FileManager.default.contentsOfDirectory(atPath: Program.root.appending(path: straight).path) {
      let text = String(
        decoding: try Data(contentsOf: Program.root.appending(path: "\(straight)/\(file)")), as: UTF8.self)
      let lines = text.split(separator: "\n").map(String.init)
      let isTable = file.hasSuffix(".csv")
      try reversed.write(
        isTable ? ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") : text, to: file)
    }
    let other = reversed.path("")
    for line in [
      ["summary"], ["gaps", "--quick"], ["suggest"], ["resilience"], ["resilience", "--removal"],
      ["render", "--view", "coverage", "--format", "svg"], ["render", "--view", "matrix", "--format", "svg"],
      ["mixing", "--show", "index"],
    ] {
      let runs = try [straight, other].map { try Program.run([line[0], $0] + line.dropFirst() + ["--quiet"]) }
      #expect(runs[0].status == 0 && runs[0].output == runs[1].output, "\(line): \(runs[0].errors)")
    }
    let comparison = try Program.run("compare", straight, other, "--quiet")
    #expect(comparison.output == "change,subject,before,after\n")
  }

}
