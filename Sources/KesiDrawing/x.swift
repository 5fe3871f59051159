import KesiCluster
public struct DrawingError: Error { public let message: Phrase }
