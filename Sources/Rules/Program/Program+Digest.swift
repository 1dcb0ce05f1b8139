extension Program {
  /// A digest of everything that a decision depends on: code, constants, texts, options.
  ///
  /// FNV-1a over 128 bits: it tells versions apart, it does not withstand an adversary who writes rule files.
  func digest(_ options: CompileOptions) -> Digest {
    var state: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    func add(_ text: String) {
      for byte in text.utf8 { state = (state ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B }
      // No text holds this byte, so that two texts never run together.
      state = (state ^ 0xFF) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
    }
    add("\(options.formats) \(options.duplicates) \(options.limits)")
    add(ProgramListing(self, showsLines: false).text)
    for plan in plans { add("\(plan.ranks)") }
    for plan in conditionals { add("\(plan.thenRank.raw) \(plan.otherwiseRank.raw)") }
    for set in valueSets {
      for index in set.all.start..<set.all.end { add(json(index)) }
    }
    for property in properties {
      for index in property.defaults.start..<property.defaults.end { add(json(index)) }
    }
    for index in sites.records.indices {
      let site = self[SiteIndex(raw: UInt32(index))]
      add("\(site.keyword) \(site.pointer) \(site.detail) \(site.message ?? "")")
    }
    return Digest(high: UInt64(truncatingIfNeeded: state >> 64), low: UInt64(truncatingIfNeeded: state))
  }
}
