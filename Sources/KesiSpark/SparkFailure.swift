import KesiNetwork

/// That Spark could not answer, and what to do.
package struct SparkFailure: Error, Sendable {
  package enum Cause: Sendable {
    /// Spark, Java or Python is not there or not the right one, or the cluster does not answer.
    case missingPart
    /// The data, or what they take of memory.
    case badData
    /// What is to be read is not there.
    case noInput
    /// What is to be written cannot be.
    case cannotWrite
    /// What was asked for.
    case usage
    /// None of these.
    case unknown
  }

  package let cause: Cause
  package let message: Phrase

  init(_ cause: Cause, _ english: String, zh chinese: String) {
    self.cause = cause
    message = Phrase(english, zh: chinese)
  }
}
