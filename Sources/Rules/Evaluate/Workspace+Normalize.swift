// Normalized bytes, transactional (DESIGN 5a, "Normalize" and "Defaults").
extension Workspace {
  /// Rounds of filling in: a default can bring objects with defaults of their own.
  private static var maximumRounds: Int { 8 }

  func normalize(
    _ source: RawSpan, _ program: LoadedProgram, _ options: CompileOptions, defaults: Bool
  ) -> NormalizeResult {
    let first = evaluate(source, program, options, wantsDefaults: defaults)
    guard first.result.verdict == .valid else { return NormalizeResult(check: first.result) }
    if let key = document.supersededKey { return NormalizeResult(check: ambiguous(key, first)) }
    var bytes = [UInt8](copying: source)
    var patch: [PatchOperation] = []
    var round = first
    for _ in 0...Self.maximumRounds {
      if let conflict = conflict(round, program) {
        return NormalizeResult(check: Self.refused(conflict, first.result))
      }
      let edits = replacements(round.changed, hiding: round.sensitive) + additions(round.fills, hiding: round.sensitive)
      if edits.isEmpty { return NormalizeResult(check: first.result, output: bytes, patch: patch) }
      patch += edits.map(\.operation)
      bytes = Splice.apply(edits, to: bytes)
      round = evaluate(bytes.span.bytes, program, options, wantsDefaults: defaults)
      if round.result.verdict != .valid {
        return NormalizeResult(check: Self.refused(Self.invalidDefaults(round.result), first.result))
      }
    }
    let endless = Self.defaultFinding(
      "defaults keep adding objects after \(Self.maximumRounds) rounds; a default leads back to itself", at: "")
    return NormalizeResult(check: Self.refused(endless, first.result))
  }

  // MARK: - Edits

  private func replacements(_ changed: [NodeIndex], hiding sensitive: SensitiveNodes) -> [Edit] {
    var walker = PointerWalker(document)
    var printable = PointerWalker(document, hiding: sensitive)
    return changed.map { node in
      let value = JSONWriter.quoted(document.string(at: node))
      return Edit(
        span: document.span(of: node), text: value,
        operation: PatchOperation(
          op: "replace", path: walker.pointer(to: node), printablePath: printable.pointer(to: node), value: value,
          isSensitive: sensitive.contains(node)))
    }
  }

  /// Insertions behind the last member; an object's own properties in the order of the rules.
  private func additions(_ fills: [DefaultFill], hiding sensitive: SensitiveNodes) -> [Edit] {
    var walker = PointerWalker(document)
    var printable = PointerWalker(document, hiding: sensitive)
    var edits: [Edit] = []
    let objects = Dictionary(grouping: fills, by: \.object).sorted { $0.key < $1.key }
    for (object, fills) in objects {
      let (pointer, shown) = (walker.pointer(to: object), printable.pointer(to: object))
      let offset = document.insertionOffset(of: object)
      var isEmpty = document.node(object).length == 0
      var seen: Set<[UInt8]> = []
      for fill in fills where seen.insert(Array(fill.name.utf8)).inserted {
        let text = (isEmpty ? "" : ",") + JSONWriter.quoted(fill.name) + ":" + fill.value
        isEmpty = false
        let step = "/" + JSONPointer.escape(fill.name)
        edits.append(
          Edit(
            span: ByteSpan(offset: offset, length: 0), text: text,
            operation: PatchOperation(
              op: "add", path: pointer + step, printablePath: shown + step, value: fill.value,
              isSensitive: fill.isSensitive)))
      }
    }
    return edits
  }

  // MARK: - Refusals

  /// Two unequal defaults for one property.
  private func conflict(_ round: Evaluation, _ program: LoadedProgram) -> Finding? {
    var first: [PropertyPlace: DefaultFill] = [:]
    var walker = PointerWalker(document, hiding: round.sensitive)
    for fill in round.fills {
      let place = PropertyPlace(object: fill.object, name: Array(fill.name.utf8))
      guard let earlier = first[place] else {
        first[place] = fill
        continue
      }
      let (left, right) = (node(earlier, program), node(fill, program))
      let constants = program.view.constants
      if ValueComparison.compare(left, constants, right, constants) != .equal {
        return Finding(
          severity: .error, code: .defaultConflict,
          arguments: [
            "name": .text(fill.name),
            "names": .list([earlier, fill].map { $0.isSensitive ? Document.hidden : $0.value }),
          ],
          instanceLocation: walker.pointer(to: fill.object), span: document.span(of: fill.object))
      }
    }
    return nil
  }

  private struct PropertyPlace: Hashable {
    let object: NodeIndex
    let name: [UInt8]
  }

  private func node(_ fill: DefaultFill, _ program: LoadedProgram) -> NodeIndex {
    program.program.constantNodes[Int(fill.constant)]
  }

  private static func refused(_ finding: Finding, _ result: CheckResult) -> CheckResult {
    var result = result
    result.verdict = .invalid
    result.findings.append(finding)
    return result
  }

  /// What `.useLast` left out cannot be written back: the two members would be normalized as one.
  private func ambiguous(_ key: Node, _ evaluation: Evaluation) -> CheckResult {
    // The nodes moved when the earlier members were taken out; the text did not.
    let place = (0..<document.nodeCount).first { index in
      document.node(index).kind == .key && document.node(index).offset == key.offset
    }
    guard let place else { return Self.refused(Self.duplicate("", .none, ""), evaluation.result) }
    return Self.refused(duplicate(place, hiding: evaluation.sensitive), evaluation.result)
  }

  /// The findings on the filled document speak of bytes that the reader never wrote: they become causes.
  private static func invalidDefaults(_ result: CheckResult) -> Finding {
    let errors = result.findings.filter { $0.severity == .error }
    let reason = errors.first.map(Self.line) ?? "a budget ran out"
    return defaultFinding(
      "with its defaults filled in, the document is not valid: \(reason)",
      at: errors.first?.instanceLocation ?? "")
  }

  private static func line(_ finding: Finding) -> String {
    (finding.instanceLocation.isEmpty ? "" : finding.instanceLocation + ": ") + finding.message()
  }

  private static func defaultFinding(_ reason: String, at location: String) -> Finding {
    Finding(
      severity: .error, code: .defaultInvalid, arguments: ["reason": .text(reason)], instanceLocation: location,
      span: ByteSpan(offset: 0, length: 0))
  }
}

/// A change of some bytes, with the JSON Patch operation that says the same.
struct Edit {
  let span: ByteSpan
  let text: String
  let operation: PatchOperation
}

enum Splice {
  /// Applies edits that do not overlap; those at one offset in their own order. O(bytes + edits log edits).
  static func apply(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
    let ordered = edits.enumerated().sorted {
      ($0.element.span.offset, $0.offset) < ($1.element.span.offset, $1.offset)
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.utf8.count })
    var position = 0
    for (_, edit) in ordered {
      output += bytes[position..<edit.span.offset]
      output += edit.text.utf8
      position = edit.span.offset + edit.span.length
    }
    return output + bytes[position...]
  }
}
