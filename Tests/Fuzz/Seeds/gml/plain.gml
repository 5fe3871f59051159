graph [
  directed 1
  # comment
  node [ id 1 label "a &amp; b" x 1.5 graphics [ x 1 y 2 ] ]
  node [ id 2 ]
  edge [ source 1 target 2 value 1e3 ]
]
