/// What a trace is for. What it does not need is dropped while it is written, so that a large document with one error costs
/// little.
struct TraceInterest {
  let failures: Bool
  let annotations: Bool
  private let units: Units

  private enum Units {
    case all, withContent, failed, valid
  }

  /// Every schema that was applied.
  static let everything = TraceInterest(failures: true, annotations: true, units: .all)

  static func everything(annotations: Bool) -> TraceInterest {
    TraceInterest(failures: true, annotations: annotations, units: .all)
  }

  /// Schemas with failures or annotations of their own, and those above them.
  static func content(annotations: Bool) -> TraceInterest {
    TraceInterest(failures: true, annotations: annotations, units: .withContent)
  }

  /// Why a document is not valid.
  static let errors = TraceInterest(failures: true, annotations: false, units: .failed)

  /// What is said about a valid document: a schema that is not valid says nothing, nor does what is below it.
  static func annotations(_ isOn: Bool) -> TraceInterest {
    TraceInterest(failures: false, annotations: isOn, units: .valid)
  }

  /// Whether a unit that has ended is kept, with what is in it.
  func keeps(_ unit: TraceUnit, isLast: Bool) -> Bool {
    let isEmpty = isLast && unit.failures.isEmpty && unit.annotations.isEmpty
    return switch units {
    case .all: true
    case .withContent: !isEmpty
    case .failed: unit.outcome != .valid
    case .valid: unit.outcome == .valid && !isEmpty
    }
  }
}
