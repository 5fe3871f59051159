/// The program that Spark runs: Python modules that are a part of this one.
enum SparkJob {
  /// The folder that they are put into, beside the request.
  static let folder = "job"
  /// The module that is run; it imports the others.
  static let entry = "kesi_job.py"

  /// Each by the name of its file.
  static let modules: [(name: String, bytes: [UInt8])] = [
    (entry, PackageResources.kesi_job_py)
  ]
}
