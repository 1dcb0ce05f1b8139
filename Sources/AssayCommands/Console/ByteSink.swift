import RuleFiles

/// Where output goes: a file descriptor, or memory in tests.
package protocol ByteSink: AnyObject {
  func write(_ bytes: [UInt8]) throws(SystemCalls.Failure)
}

/// Standard output or standard error.
package final class DescriptorSink: ByteSink {
  private let descriptor: Int32

  package init(_ descriptor: Int32) { self.descriptor = descriptor }

  package func write(_ bytes: [UInt8]) throws(SystemCalls.Failure) { try SystemCalls.write(descriptor, bytes) }
}
