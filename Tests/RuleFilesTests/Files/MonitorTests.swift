import RuleFiles
import Testing

@Suite("Threads and what they share")
struct MonitorTests {
  @Test("every thread runs once, and all are done when the call comes back", arguments: [0, 1, 2, 9])
  func threads(count: Int) {
    let runs = Monitor(0)
    SystemCalls.run(onThreads: count) { runs.withLock { $0 += 1 } }
    #expect(runs.withLock { $0 } == max(1, count))
  }

  @Test("who waits goes on when another has made the change")
  func turns() {
    let numbers = Monitor([0])
    let next = Monitor(0)
    SystemCalls.run(onThreads: 4) {
      let mine = next.withLock { number in
        number += 1
        return number
      }
      numbers.withLock(when: { $0.count == mine }) { $0.append(mine) }
    }
    #expect(numbers.withLock { $0 } == [0, 1, 2, 3, 4])
  }

  @Test("there is a processor")
  func processors() { #expect(SystemCalls.processorCount >= 1) }
}
