// Prints how many documents are valid, and how often the heap was asked for memory while they were checked once more:
// by a checker, and by the rules themselves. A child process of `AllocationTests`.
//
// CountAllocations SCHEMA LINES [--allocate]: with `--allocate` one byte is asked for on purpose.
import CAllocationCount
import Foundation
import Rules

struct Counts {
  var valid = 0
  var byChecker: UInt64 = 0
  var byRules: UInt64 = 0
}

@inline(never)
func allocate() { UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1).deallocate() }

func isValid(_ line: [UInt8], by checker: inout Checker) -> Bool { checker.isValid(line.span.bytes) }
func isValid(_ line: [UInt8], by rules: RuleSet) -> Bool { rules.isValid(line.span.bytes) }

func count(_ rules: RuleSet, _ lines: [[UInt8]], allocatesOnPurpose: Bool) -> Counts {
  var counts = Counts()
  var checker = rules.makeChecker()
  // By index: without optimization an iterator allocates. The first passes make room.
  for _ in 0..<2 {
    for index in lines.indices {
      if !isValid(lines[index], by: &checker) || !isValid(lines[index], by: rules) { return counts }
    }
  }
  var start = assay_allocation_count()
  for index in lines.indices { counts.valid += isValid(lines[index], by: &checker) ? 1 : 0 }
  if allocatesOnPurpose { allocate() }
  counts.byChecker = assay_allocation_count() - start
  start = assay_allocation_count()
  for index in lines.indices { counts.valid -= isValid(lines[index], by: rules) ? 0 : 1 }
  counts.byRules = assay_allocation_count() - start
  return counts
}

let arguments = CommandLine.arguments
let schema = Array(try Data(contentsOf: URL(filePath: arguments[1])))
let lines = try Data(contentsOf: URL(filePath: arguments[2])).split(separator: 0x0A).map { Array($0) }
let counts = count(
  try RuleSet.compile(schema.span.bytes), lines, allocatesOnPurpose: arguments.dropFirst(3).contains("--allocate"))
print(counts.valid, counts.byChecker, counts.byRules)
