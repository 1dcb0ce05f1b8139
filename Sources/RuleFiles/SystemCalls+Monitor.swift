#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// State that threads share: one at a time, and each may wait for what another does to it (Hoare's monitor). The mutexes of
/// `Synchronization` cannot wait.
package final class Monitor<State: ~Copyable>: @unchecked Sendable {
  // SAFETY: both are filled in `init` and freed in `deinit`, when no thread is left; `state` is only touched between
  // `lock` and `unlock`.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State

  /// Who hands over a state keeps off what it refers to while threads are at it.
  package init(_ state: consuming State) {
    self.state = state
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(mutex)
    change.deallocate()
    mutex.deallocate()
  }

  package func withLock<Result: ~Copyable>(_ body: (inout State) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body(&state)
  }

  /// Waits until `isReady`, which is asked again after every change that another thread makes in this way.
  package func withLock<Result>(when isReady: (borrowing State) -> Bool, _ body: (inout State) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !isReady(state) { pthread_cond_wait(change, mutex) }
    defer { pthread_cond_broadcast(change) }
    return body(&state)
  }
}
