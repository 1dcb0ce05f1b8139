// Prints how many expressions are true, and how often the heap was asked for memory while each was evaluated 1,000 times
// more. A child process of `EvaluationAllocationTests`.
//
// CountEvaluationAllocations [--allocate]: with `--allocate` one byte is asked for on purpose.
import CAllocationCount
import Expressions

/// Every kind of comparison that policies are made of; each is true for the slots below.
let texts = [
  "start < end", "end - start <= duration('1h') && count > 3", "size != 'large' || plan == 'enterprise'",
  "plan in ['free', 'pro', 'enterprise']", "plan.startsWith('enter') && !plan.endsWith('x') && plan.contains('prise')",
  "plan.matches('^[a-z]+$')", "[1, 2, 3].all(x, x < count) && [1, 2, 3].exists(x, x == 2)",
  "ratio * 2.0 > 0.5 ? true : count == 0",
  "(count + 1) * 2 - 3 > count", "start.getFullYear() == 1970", "size(plan) == 10",
]

@inline(never)
func allocate() { UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1).deallocate() }

func compiled() throws -> [Expressions.Expression] {
  var declarations = Declarations()
  for (name, type) in [("start", .timestamp), ("end", .timestamp), ("count", .int), ("ratio", .double)]
    as [(String, ExpressionType)]
  {
    declarations.add(name, type)
  }
  declarations.add("size", .string, isAlwaysBound: true)
  declarations.add("plan", .string, isAlwaysBound: true)
  return try texts.map { try Expressions.Expression.compile($0, declarations: declarations) }
}

func count(_ slots: UnsafeBufferPointer<Slot>, allocatesOnPurpose: Bool) throws -> (passed: Int, allocations: UInt64) {
  let expressions = try compiled()
  let evaluator = ExpressionEvaluator()
  var passed = 0
  // The first round makes room.
  for index in expressions.indices where evaluator.evaluate(expressions[index], unsafeSlots: slots.baseAddress).isTrue {
    passed += 1
  }
  let start = assay_allocation_count()
  for index in expressions.indices {
    for _ in 0..<1_000 { _ = evaluator.evaluate(expressions[index], unsafeSlots: slots.baseAddress) }
  }
  if allocatesOnPurpose { allocate() }
  return (passed, assay_allocation_count() - start)
}

let (size, plan) = (Array("large".utf8), Array("enterprise".utf8))
try size.withUnsafeBytes { size in
  try plan.withUnsafeBytes { plan in
    let instants = [0, 60].compactMap { ExpressionInstant(seconds: $0) }.map { Slot(timestamp: $0) }
    let slots = instants + [Slot(int: 5), Slot(double: 0.5), Slot(unsafeString: size), Slot(unsafeString: plan)]
    let allocates = CommandLine.arguments.contains("--allocate")
    let counts = try slots.withUnsafeBufferPointer { try count($0, allocatesOnPurpose: allocates) }
    print(counts.passed, texts.count, counts.allocations)
  }
}
