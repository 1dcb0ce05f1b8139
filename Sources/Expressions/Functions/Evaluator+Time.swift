extension Evaluator {
  /// `getHours` and its like, of instants in a time zone and of durations (langdef, "Timestamps and Durations").
  mutating func timePart(_ function: Function, _ value: Slot, zone: Slot) -> Slot {
    if value.tag == .duration, zone.tag == .absent { return durationPart(function, value) }
    guard value.tag == .timestamp else { return fault(.noSuchOverload, value) }
    guard zone.tag != .absent else { return part(function, value.int, value.extra) }
    guard zone.tag == .string else { return fault(.noSuchOverload, value, zone) }
    guard charge(64 + zone.bytes.count) else { return .exhausted }
    guard let offset = offset(of: zone.bytes.slice(0, 100), at: value.int) else { return fault(.argument, zone) }
    return part(function, value.int + offset, value.extra)
  }

  private func offset(of zone: ByteView, at seconds: Int64) -> Int64? {
    if let fixed = InstantText.offset(zone) { return fixed }
    let name = zone.string
    if name == "UTC" || name == "Etc/UTC" || name == "GMT" || name == "Z" { return 0 }
    return loaded.program.timeZones?.offset(of: name, at: seconds)
  }

  private mutating func durationPart(_ function: Function, _ value: Slot) -> Slot {
    let seconds = value.int / 1_000_000_000
    switch function {
    case .getHours: return Slot(int: seconds / 3600)
    case .getMinutes: return Slot(int: seconds / 60)
    case .getSeconds: return Slot(int: seconds)
    case .getMilliseconds: return Slot(int: value.int / 1_000_000 % 1000)
    default: return fault(.noSuchOverload, value)
    }
  }

  /// A part of the local time. Months and days of the year count from 0, Sunday is 0.
  private func part(_ function: Function, _ seconds: Int64, _ nanoseconds: UInt32) -> Slot {
    let date = CalendarDate(seconds: seconds)
    let clock = seconds - date.days * 86_400
    switch function {
    case .getFullYear: return Slot(int: date.year)
    case .getMonth: return Slot(int: date.month - 1)
    case .getDayOfYear: return Slot(int: date.dayOfYear)
    case .getDayOfMonth: return Slot(int: date.day - 1)
    case .getDate: return Slot(int: date.day)
    case .getDayOfWeek: return Slot(int: date.dayOfWeek)
    case .getHours: return Slot(int: clock / 3600)
    case .getMinutes: return Slot(int: clock / 60 % 60)
    case .getSeconds: return Slot(int: clock % 60)
    default: return Slot(int: Int64(nanoseconds / 1_000_000))
    }
  }
}
