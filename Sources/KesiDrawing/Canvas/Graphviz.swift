import CGraphviz
import KesiNetwork
import Synchronization

/// Graphviz in this process: it draws what has its place already. It keeps state of its own and is not made for threads, so one picture is drawn at a time.
enum Graphviz {
  private struct Context: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private static let context = Mutex<Context?>(nil)
  private static let messages = Mutex<[String]>([])

  /// Lays a graph out with an engine (`neato`, `sfdp`, `dot`, `nop2` …) and renders it.
  ///
  /// - Throws: ``DrawingError`` with what Graphviz said.
  static func render(_ dot: String, engine: String = "nop2", format: String) throws -> [UInt8] {
    try context.withLock { context in
      if context == nil {
        agseterrf { message in
          if let message { Graphviz.messages.withLock { $0.append(String(cString: message)) } }
          return 0
        }
        guard let pointer = gvContext() else { throw failure("no context") }
        context = Context(pointer: pointer)
      }
      guard let gvc = context?.pointer else { throw failure("no context") }
      messages.withLock { $0 = [] }
      guard let graph = agmemread(dot) else { throw failure("the graph cannot be parsed") }
      defer { agclose(graph) }
      guard gvLayout(gvc, graph, engine) == 0 else { throw failure("the layout “\(engine)” failed") }
      defer { gvFreeLayout(gvc, graph) }
      var data: UnsafeMutablePointer<CChar>?
      var length: UInt32 = 0
      guard gvRenderData(gvc, graph, format, &data, &length) == 0, let data else {
        throw failure("the format “\(format)” failed; is the package libgvc6-plugins or graphviz complete?")
      }
      defer { gvFreeRenderData(data) }
      return UnsafeRawBufferPointer(start: data, count: Int(length)).map { $0 }
    }
  }

  private static func failure(_ what: String) -> DrawingError {
    let said = messages.withLock { $0.joined() }.split(separator: "\n").joined(separator: "; ")
    let detail = said.isEmpty ? what : "\(what): \(said)"
    return DrawingError(Phrase("Graphviz: \(detail).", zh: "Graphviz 绘图失败：\(detail)。"))
  }
}
