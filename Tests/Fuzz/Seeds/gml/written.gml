Creator "Kesi"
graph [
  directed 1
  multigraph 1
  illustrative 1
  title "An example"
  node [
    id 0
    label "a"
    name "First example"
    name_zh "&#30002;"
    kind "enterprise"
    zone "west"
    size 12.5
    leader "1"
    evidence "illustrative"
    founded "2015-03"
    note "x"
  ]
  node [
    id 1
    label "b"
    name "Second"
    name_zh "&#20057;"
    kind "university"
    zone "east"
    evidence "illustrative"
    founded "2016"
    note "y, z"
  ]
  node [
    id 2
    label "c"
    name "Third"
    name_zh "&#19993;"
    kind "college"
    size 3
  ]
  edge [
    source 0
    target 1
    key 0
    directed "0"
    kind "joint_project"
    weight 2
    from "2019"
    to "2021-06"
    stage "research"
    outcome "satisfactory"
    benefit_source 3
    benefit_target 1
    evidence "illustrative"
  ]
  edge [
    source 1
    target 2
    key 1
    kind "training"
    weight 0.5
    from "2020"
  ]
  edge [
    source 2
    target 0
    key 2
    directed "0"
    kind "joint_project"
    weight 1
  ]
]
