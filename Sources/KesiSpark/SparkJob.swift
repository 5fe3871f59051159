/// The program that Spark runs: Python modules that are a part of this one.
enum SparkJob {
  /// The folder that they are put into, beside the request.
  static let folder = "job"
  /// The module that is run; it imports the others.
  static let entry = "kesi_job.py"

  /// Each by the name of its file.
  static let modules: [(name: String, bytes: [UInt8])] = [
    ("answer.py", PackageResources.answer_py),
    ("cells.py", PackageResources.cells_py),
    ("components.py", PackageResources.components_py),
    ("coreness.py", PackageResources.coreness_py),
    ("degrees.py", PackageResources.degrees_py),
    ("failure.py", PackageResources.failure_py),
    ("files.py", PackageResources.files_py),
    ("heads.py", PackageResources.heads_py),
    ("holes.py", PackageResources.holes_py),
    ("hyperball.py", PackageResources.hyperball_py),
    ("kesi_job.py", PackageResources.kesi_job_py),
    ("labels.py", PackageResources.labels_py),
    ("layout.py", PackageResources.layout_py),
    ("list_looks.py", PackageResources.list_looks_py),
    ("lists.py", PackageResources.lists_py),
    ("measures.py", PackageResources.measures_py),
    ("metrics.py", PackageResources.metrics_py),
    ("network.py", PackageResources.network_py),
    ("order.py", PackageResources.order_py),
    ("pagerank.py", PackageResources.pagerank_py),
    ("progress.py", PackageResources.progress_py),
    ("reduction.py", PackageResources.reduction_py),
    ("reference.py", PackageResources.reference_py),
    ("selection.py", PackageResources.selection_py),
    ("session.py", PackageResources.session_py),
    ("store.py", PackageResources.store_py),
    ("summary.py", PackageResources.summary_py),
    ("tables.py", PackageResources.tables_py),
    ("tasks.py", PackageResources.tasks_py),
    ("triangles.py", PackageResources.triangles_py),
    ("whole.py", PackageResources.whole_py),
  ]
}
