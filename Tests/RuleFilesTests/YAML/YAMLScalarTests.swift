import RuleFiles
import Rules
import Testing

@Suite("Plain scalars mean what the core schema of YAML 1.2 says")
struct YAMLScalarTests {
  @Test(
    "null, true, false and numbers resolve",
    arguments: [
      ("~", "null"), ("null", "null"), ("Null", "null"), ("NULL", "null"), ("", "null"),
      ("true", "true"), ("True", "true"), ("FALSE", "false"),
      ("0", "0"), ("-0", "-0"), ("12", "12"), ("-12", "-12"), ("1.10", "1.10"), ("1e5", "1e5"), ("1.5E-3", "1.5E-3"),
      ("12345678901234567890123", "12345678901234567890123"),
    ])
  func resolves(text: String, json: String) throws {
    #expect(try YAMLSample.json("v: \(text)\n") == "{\"v\":\(json)}")
  }

  @Test(
    "numbers that JSON writes differently are rewritten, digits kept",
    arguments: [
      ("+1", "1"), (".5", "0.5"), ("-.5", "-0.5"), ("1.", "1"), ("+1.50e+3", "1.50e+3"), ("007", "7"), ("-007", "-7"),
      ("00", "0"), ("0o14", "12"), ("0x1F", "31"), ("0xffffffffffffffffffff", "1208925819614629174706175"),
      ("1.e2", "1e2"),
    ])
  func rewrites(text: String, json: String) throws {
    #expect(try YAMLSample.json("v: \(text)\n") == "{\"v\":\(json)}")
  }

  @Test(
    "what only YAML 1.1 or nobody takes for a value is a string",
    arguments: [
      "no", "yes", "on", "off", "y", "NO", "2022-01-01", "2022-01-01T00:00:00Z", "12:30:45", "1_000", "0b101", "0o8",
      "0x",
      "0xG", "1e", "e5", ".", "+", "1.2.3", "nUll", "tRUE", "1 2", "-0x1F", "٣", "a@b",
      "inf", "nan", "..inf", "+.nan",
    ])
  func staysText(text: String) throws {
    #expect(try YAMLSample.json("v: \(text)\n") == "{\"v\":\(JSONWriter.quoted(text))}")
  }

  @Test(
    "quoted and block scalars are strings",
    arguments: [
      ("\"5\"", "5"), ("'true'", "true"), ("'it''s'", "it's"), (#""a\tb\u00e9\x41""#, "a\tbéA"), ("\"\"", ""),
      ("|\n  12\n", "12\n"), (">-\n  a\n  b\n", "a b"), ("|+\n  x\n", "x\n\n"), ("\"a\n  b\"", "a b"),
    ])
  func quoted(yaml: String, content: String) throws {
    #expect(try YAMLSample.json("v: \(yaml)\n") == "{\"v\":\(JSONWriter.quoted(content))}")
  }

  @Test(
    "tags of the core schema are respected",
    arguments: [
      ("!!str 12", "\"12\""), ("! 12", "\"12\""), ("!!str", "\"\""), ("!!int \"3\"", "3"), ("!!float 1", "1"),
      ("!!null ''", "null"), ("!!bool \"true\"", "true"), ("!!map {a: 1}", "{\"a\":1}"), ("!!seq [1]", "[1]"),
      ("!<tag:yaml.org,2002:str> 5", "\"5\""),
    ])
  func tags(yaml: String, json: String) throws {
    #expect(try YAMLSample.json("v: \(yaml)\n") == "{\"v\":\(json)}")
  }

  @Test(
    "tags without a JSON value, and values that do not fit theirs, are refused",
    arguments: [
      "!!binary aGk=", "!!timestamp 2022-01-01", "!mine 5", "!!int 1.5", "!!int x", "!!bool yes", "!!null 1",
      "!!set {a}",
      "!!omap [a: 1]", "!!map [1]", "!!seq {a: 1}", "!!str [1]", "!!float x",
    ])
  func refusesTags(yaml: String) {
    #expect(YAMLSample.problems("v: \(yaml)\n").allSatisfy { $0.hasPrefix("yaml-tag 1:") })
    #expect(YAMLSample.problems("v: \(yaml)\n").count == 1)
  }

  @Test(
    "numbers without a JSON value are refused at their place", arguments: [".inf", "-.INF", "+.Inf", ".nan", ".NaN"])
  func refusesInfinity(yaml: String) {
    #expect(YAMLSample.problems("a: 1\nv: \(yaml)\n") == ["yaml-number 2:4"])
  }
}
