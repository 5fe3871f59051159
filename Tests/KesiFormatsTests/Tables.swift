import KesiFormats
import KesiNetwork

/// Tables of a small network that has nothing wrong with it, each of which a test may replace.
func tables(_ changes: [Table: String] = [:]) -> [Table: [UInt8]] {
  var tables: [Table: String] = [
    .actors: """
    id,name,name_zh,kind,zone,color
    A,Alpha,阿尔法,enterprise,North,red
    B,Beta,贝塔,college,North,
    C,"Gamma, Ltd.",伽马,platform,South,"say ""hi\"""

    """,
    .ties: "source,target,kind,weight,from,to\nA,B,schooling,1,2020,2022\nB,C,research,2.5,2021-05,\n",
    .chains:
      "id,name,name_zh,stages,requires\npump,Pump and valve,泵阀,upstream;downstream,enterprise;college;platform\n",
    .positions: "actor,chain,role,stage,level\nA,pump,demander,downstream,\nB,pump,provider,upstream,national\n",
    .consortia: "id,name,leader,chain,founded\nX,Consortium X,A,pump,2020\n",
    .members: "consortium,actor,role\nX,A,leader\nX,B,member\n",
  ]
  tables.merge(changes) { $1 }
  return tables.filter { $0.value != "-" }.mapValues { Array($0.utf8) }
}

/// What reading comes to: the network, or the problems as a person sees them.
func lines(_ changes: [Table: String], in language: Language = .en, profile: String? = nil) -> [String] {
  do {
    let reading = try NetworkReader.read(tables: tables(changes), profile: profile.map { Array($0.utf8) })
    return reading.warnings.map { $0.line(in: language) }
  } catch let error as BadData {
    return error.problems.map { $0.line(in: language) }
  } catch {
    return ["unexpected: \(error)"]
  }
}
