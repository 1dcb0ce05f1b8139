import Foundation
import Requests

/// Writes requests, a line each: what `Benchmarks/generate` builds and calls.
@main
struct Generate {
  private static let bufferSize = 1 << 20

  static func main() {
    // The script has checked them.
    let numbers = CommandLine.arguments.dropFirst().compactMap(Int.init)
    guard numbers.count == 3, let seed = UInt64(exactly: numbers[2]) else {
      fail("usage: Generate LINES BAD-PERCENT SEED")
    }
    do {
      try write(numbers[0], numbers[1], RequestGenerator(seed: seed))
    } catch {
      fail("the output could not be written: \(error.localizedDescription)")
    }
  }

  private static func write(_ count: Int, _ badPercent: Int, _ generator: RequestGenerator) throws {
    var generator = generator
    var buffer = Data(capacity: 2 * bufferSize)
    for number in 0..<count {
      buffer += generator.request(number, badPercent: badPercent) + [UInt8(ascii: "\n")]
      if buffer.count >= bufferSize {
        try FileHandle.standardOutput.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    try FileHandle.standardOutput.write(contentsOf: buffer)
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("Generate: \(message)\n".utf8))
    exit(2)
  }
}
