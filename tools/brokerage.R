# Writes what R's sna says about brokerage, to hold Kesi's counts and expectations against.
#
#     apt-get install r-cran-sna && Rscript tools/brokerage.R
#
# sna names gatekeeper and representative the other way round: b_IO (from its own group out) is its gatekeeper, and
# Kesi's representative. Expectations are given as shares of the brokerage expected in all, since that depends on the
# density alone.
suppressMessages(library(sna))

numbers <- function(values) paste0("[", paste(format(values, digits = 17, trim = TRUE, scientific = FALSE), collapse = ","), "]")

case <- function(order, density, directed, classes) {
  mode <- if (directed) "digraph" else "graph"
  graph <- rgraph(order, tprob = density, mode = mode)
  found <- brokerage(graph, classes)
  ties <- which(graph == 1, arr.ind = TRUE)
  if (!directed) ties <- ties[ties[, 1] < ties[, 2], , drop = FALSE]
  rows <- apply(ties - 1, 1, function(tie) paste0("[", tie[1], ",", tie[2], "]"))
  roles <- c(coordinator = "w_I", consultant = "w_O", gatekeeper = "b_OI", representative = "b_IO", liaison = "b_O")
  raw <- sapply(names(roles), function(role) paste0("\"", role, "\":", numbers(found$raw.nli[, roles[role]])))
  shares <- sapply(names(roles), function(role)
    paste0("\"", role, "\":", numbers(found$exp.nli[, roles[role]] / found$exp.nli[, "t"])))
  paste0("{\"directed\":", tolower(directed), ",\"order\":", order, ",\"ties\":[", paste(rows, collapse = ","), "]",
    ",\"groups\":", numbers(classes), ",\"counts\":{", paste(raw, collapse = ","), "},\"shares\":{",
    paste(shares, collapse = ","), "}}")
}

set.seed(1)
cases <- c(
  case(8, 0.4, TRUE, c(0, 0, 1, 1, 1, 2, 2, 2)),
  case(8, 0.4, FALSE, c(0, 0, 1, 1, 1, 2, 2, 2)),
  case(15, 0.25, TRUE, rep(0:3, length.out = 15)),
  case(15, 0.25, FALSE, c(rep(0, 9), 1, 1, 2, 2, 3, 4)),
  case(30, 0.15, TRUE, c(rep(0, 20), rep(1, 10))),
  case(30, 0.15, FALSE, rep(0:5, each = 5)))
versions <- paste0("{\"R\":\"", getRversion(), "\",\"sna\":\"", packageVersion("sna"), "\"}")
folder <- "Tests/KesiMeasuresTests/Fixtures/sna"
dir.create(folder, showWarnings = FALSE, recursive = TRUE)
writeLines(paste0("{\"versions\":", versions, ",\"cases\":[\n", paste(cases, collapse = ",\n"), "\n]}"), file.path(folder, "brokerage.json"))
