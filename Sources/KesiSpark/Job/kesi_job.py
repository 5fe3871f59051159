raise SystemExit("not there yet")
