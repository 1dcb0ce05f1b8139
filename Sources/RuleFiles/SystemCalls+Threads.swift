import CProcessors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// POSIX threads rather than Dispatch: theirs have a known stack. How deep a document may be nested must not depend on the
// thread that checks it.
extension SystemCalls {
  /// What the first thread has on Linux and macOS.
  private static let stackSize = 8 << 20

  /// How many processors this process may use.
  package static var processorCount: Int { Int(assay_processor_count()) }

  /// Runs `body` on `count` threads at once, this one among them, and comes back when all are done. Where the system
  /// refuses a thread, fewer do the work.
  package static func run(onThreads count: Int, _ body: @escaping @Sendable () -> Void) {
    let threads = (1..<max(count, 1)).compactMap { _ in start(body) }
    body()
    for thread in threads { pthread_join(thread, nil) }
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    // SAFETY: `pthread_attr_init` fills it before anything reads it.
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    defer { attributes.deallocate() }
    guard pthread_attr_init(attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(attributes) }
    pthread_attr_setstacksize(attributes, stackSize)
    // SAFETY: the box is retained here and released by the thread, or right below where there is none.
    let box = Unmanaged.passRetained(ThreadBody(body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    guard pthread_create(&thread, attributes, runThread, box.toOpaque()) == 0 else {
      box.release()
      return nil
    }
    return thread
  }
}

private final class ThreadBody {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

#if canImport(Darwin)
  private func runThread(_ box: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<ThreadBody>.fromOpaque(box).takeRetainedValue().run()
    return nil
  }
#else
  private func runThread(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let box { Unmanaged<ThreadBody>.fromOpaque(box).takeRetainedValue().run() }
    return nil
  }
#endif
