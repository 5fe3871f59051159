import ArgumentParser
import KesiDrawing

struct RenderCommand: ParsableCommand {
  func run() throws {}
}
