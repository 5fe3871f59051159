import KesiFormats
import KesiNetwork

/// Tables of which every sort of cell is empty that somebody could be asked for.
package enum OpenTables {
  package static let texts: [Table: String] = [
    .actors: """
    id,name,name_zh,kind,zone
    E1,Enterprise 1,企业一,enterprise,Z1
    E2,Enterprise 2,企业二,enterprise,Z2
    E3,Enterprise 3,企业三,enterprise,Z1
    E4,Enterprise 4,企业四,enterprise,Z3
    U1,University 1,高校一,university,Z1
    U2,University 2,高校二,university,
    P1,Platform 1,平台一,platform,Z2
    X1,Somebody,某单位,,Z1
    L1,University 3,高校三,university,Z2
    L2,Enterprise 5,企业五,enterprise,Z2
    H1,Hospital 1,医院一,hospital,Z1

    """,
    .chains: """
    id,name,name_zh,stages,requires,unassessed,demand
    c1,Devices,器械,up;middle;down,enterprise;university;platform;hospital,hospital,100
    c2,Materials,材料,,enterprise;university,,

    """,
    .positions: """
    actor,chain,role,stage,level,capacity,remark
    E1,c1,demander,up,,,first
    E2,c1,demander,,,,
    U1,c1,provider,up,national,40,
    U2,c1,provider,down,,,
    P1,c1,platform,down,provincial,,
    X1,c1,,down,,,
    E3,c2,,,,,
    U2,c2,,,,,last
    E4,c2,,,,,

    """,
    .ties: """
    source,target,kind,from,to,stage,outcome,benefit_source,benefit_target
    E1,U1,project,2018,,research,,,
    E1,E2,supply,,,,,,
    E2,U2,project,2021,,,open,,
    E2,P1,project,,,implementation,,5,
    E3,U2,project,2022,,,,,
    E3,U2,project,2019,,,,,
    E3,E4,supply,2020,2021,,open,,
    E1,H1,project,2023,,,,,
    X1,U1,project,2022,,,satisfactory,2,2

    """,
  ]

  package static func network(_ changes: [Table: String] = [:]) throws -> Network {
    try NetworkReader.read(tables: texts.merging(changes) { $1 }.mapValues { Array($0.utf8) }).network
  }
}
