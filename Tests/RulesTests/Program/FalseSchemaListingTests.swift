import Testing

@testable import Rules

@Suite struct FalseSchemaListingTests {

  @Test("the place of a false schema is its own in the listing")
  func falsePlace() throws {
    let listing = try RuleSet.compile(#"{"properties":{"a":false}}"#).programListing
    #expect(listing.contains("block 2  #/properties/a\n"))
  }
}
