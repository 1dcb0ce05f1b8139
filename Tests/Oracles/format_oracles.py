"""What the outside says about the formats: the standard library, packages of PyPI, and the grammars of RFC 3339.

An entry of FORMATS has texts to start from, characters to change them with, and the oracle. FEATURES are the points in
which an oracle is known to differ, each with the section of the standard that it does not follow: where a text has the
feature, it is counted and not compared.
"""

import datetime
import ipaddress
import re
import uuid

import email_validator
import fqdn
import idna
import jsonpointer
import rfc3987


def passes(function):
    """Whether a function that raises for what it refuses takes a text."""
    def oracle(text):
        try:
            function(text)
        except (ValueError, idna.IDNAError, jsonpointer.JsonPointerException):
            return False
        return True
    return oracle


# ---- RFC 3339 ----

TIME = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))")
# Appendix A.
DAYS = "(?:[0-9]+D|[0-9]+M(?:[0-9]+D)?|[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?)"
HOURS = "T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S)"
DURATION = re.compile(f"P(?:{DAYS}(?:{HOURS})?|{HOURS}|[0-9]+W)")


def is_date(text):
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    # Python has no year 0; the calendar repeats after 400 years.
    year, month, day = map(int, text.split("-"))
    return passes(lambda _: datetime.date(year % 400 + 400, month, day))(text)


def is_time(text):
    match = TIME.fullmatch(text)
    if not match:
        return False
    hour, minute, second = map(int, match.groups()[:3])
    offset_hour, offset_minute = int(match[5] or 0), int(match[6] or 0)
    if hour > 23 or minute > 59 or second > 60 or offset_hour > 23 or offset_minute > 59:
        return False
    offset = (offset_hour * 60 + offset_minute) * (-1 if match[4] == "-" else 1)
    # A leap second is the last one of a day in UTC (5.7).
    return second < 60 or (hour * 60 + minute - offset) % 1440 == 1439


def is_date_time(text):
    return len(text) > 10 and text[10] in "Tt" and is_date(text[:10]) and is_time(text[11:])


# ---- Others ----

def is_uuid(text):
    try:
        return str(uuid.UUID(text)) == text.lower()
    except ValueError:
        return False


def is_hostname(text):
    name = fqdn.FQDN(text or ".", min_labels=1)
    labels = [label for label in text.lower().split(".") if label.startswith("xn--")]
    return name.is_valid and all(map(passes(idna.ulabel), labels))


def is_email(text):
    if not text.isascii():
        raise ValueError("the package encodes domains")
    email_validator.validate_email(text, allow_smtputf8=False, allow_quoted_local=True, allow_domain_literal=True,
                                   check_deliverability=False, test_environment=True, globally_deliverable=False)


def matches(rule):
    return lambda text: rfc3987.match(text, rule) is not None


# RFC 6570, 2, rule by rule.
UCS = "\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\uffef\U000e1000-\U000efffd"
UCS += "".join(f"{chr(p << 16)}-{chr((p << 16) + 0xfffd)}" for p in [*range(1, 14), 15, 16])
LITERAL = f"[!#$&(-;=?-\\[\\]_a-z~{UCS}]|%[0-9A-Fa-f]{{2}}"
VARIABLE = r"(?:\w|%[0-9A-Fa-f]{2})(?:\.?(?:\w|%[0-9A-Fa-f]{2}))*(?::[1-9][0-9]{0,3}|\*)?"
URI_TEMPLATE = re.compile(f"(?:{LITERAL}|(?a:\\{{[+#./;?&=,!@|]?{VARIABLE}(?:,{VARIABLE})*\\}}))*")


def is_uri_template(text):
    return URI_TEMPLATE.fullmatch(text) is not None


def is_relative_pointer(text):
    # draft-bhutton-relative-json-pointer-00, section 3; the package knows the pointer behind the number.
    match = re.fullmatch("(?:0|[1-9][0-9]*)(?:[+-](?:0|[1-9][0-9]*))?(#|(?:/.*)?)", text, re.S)
    return match is not None and (match[1] in ("", "#") or passes(jsonpointer.JsonPointer)(match[1]))


DATES = ["2024-02-29", "1999-12-31", "2000-01-01", "0000-02-29", "1900-02-28"]
TIMES = ["23:59:60Z", "00:00:00.123+23:59", "15:59:60-08:00", "12:34:56z", "00:29:60+00:30"]
URIS = ["http://user:pw@example.com:80/a/b;c?d=e#f", "urn:a:b", "//[::1%25]:8/", "a/b:c", "http://[v1.a:b]/",
        "?q", "#", "../%41", "http://[1:2::3:1.2.3.4]", "mailto:a@b", "x:", "http://1.2.3.4:", "file:///a//b"]
IRIS = URIS + ["http://é.example/ü?\ue000#ñ", "x:\U00020000", "é:a"]
NAMES = ["example.com", "a-b.c1", "xn--bcher-kva.example", "a", "1.2.3", "a" * 63 + ".b", ".".join(["abcdefg"] * 31) + ".abcde"]
INTERNATIONAL = NAMES + ["bücher.example", "ß", "παράδειγμα", "例え.テスト", "l·l", "a\u30fbア", "\u05d0\u05f3",
                         "क\u094d\u200dष", "\u0628\u0661", "ב", "١a", "\u0375α"]
FORMATS = {
    "date": (DATES, "0123456789-/ 9", is_date),
    "time": (TIMES, "0123456789:.+-Zz 6", is_time),
    "date-time": ([f"{date}{t}{time}" for date in DATES for time in TIMES for t in "Tt"], "0123456789:-.+ZzTt 6", is_date_time),
    "duration": (["P1Y2M3DT4H5M6S", "P4W", "PT1H", "P1D", "P1M2D", "PT5M6S", "P10YT1S"], "PYMDTHSW0123456789.- ",
                 lambda text: DURATION.fullmatch(text) is not None),
    "ipv4": (["1.2.3.4", "255.255.255.255", "0.0.0.0", "192.168.10.1"], "0123456789. 25x", passes(ipaddress.IPv4Address)),
    "ipv6": (["::", "::1", "1:2:3:4:5:6:7:8", "2001:db8::ff00:42:8329", "::ffff:1.2.3.4", "1::8", "1:2:3:4:5:6:1.2.3.4"],
             "0123456789abcdefABCDEF::::..g%", passes(ipaddress.IPv6Address)),
    "uuid": (["2eb8aa08-aa98-11ea-b4aa-73b441d16380", "00000000-0000-0000-0000-000000000000",
              "ABCDEF01-2345-6789-abcd-ef0123456789"],
             "0123456789abcdefABCDEF-{}g", is_uuid),
    "json-pointer": (["", "/", "/a/b", "/a~0b~1c", "/~01", "/é//"], "/~01a#2 é", passes(jsonpointer.JsonPointer)),
    "relative-json-pointer": (["0", "1/a", "10#", "2/~0/~1", "0/", "120/é"], "0123/~#+-a ", is_relative_pointer),
    "uri": (URIS, ":/?#[]@!$%41af .-~é\\|^`<{\"'()*+,;=v1::", matches("URI")),
    "uri-reference": (URIS, ":/?#[]@!$%41af .-~é\\|^`<{\"'()*+,;=v1::", matches("URI_reference")),
    "iri": (IRIS, ":/?#[]@%41a é\ue000\ufdd0\u200e\U000e0001\U0001fffe\\v1::", matches("IRI")),
    "iri-reference": (IRIS, ":/?#[]@%41a é\ue000\ufdd0\u200e\U000e0001\U0001fffe\\v1::", matches("IRI_reference")),
    "hostname": (NAMES, "abcxnXN0123---..._ é", is_hostname),
    "idn-hostname": (INTERNATIONAL,
                     "abxn01--..__ üßςα・ア·lא׳'١۱ب\u200c\u200dक\u094d\u0301A\u0375。", passes(idna.encode)),
    "email": (["joe@example.com", "a.b+c@d", '"a b"@c.d', "a@[1.2.3.4]", "a@[IPv6:::1]", "!#$%&'*/=?^_`{|}~-@x.y", '"\\""@a'],
              "ab.@\"\\ []:12-+_(),é", passes(is_email)),
    "uri-template": (["http://a/{b}", "{+a,b:3}", "{?x*}", "a{/b}{#c}", "{&a.b}", "{%41}", "é"],
                     "{}+#./;?&,:*13ab%41 =é|\U000e0001\ue000\ufdd0", is_uri_template),
}


BIDI_MARKS = re.compile("[\u200e\u200f\u202a-\u202e]")
# Formats, feature, section, and which texts have it.
FEATURES = [
    ("hostname, idn-hostname", "a dot at the end", "RFC 1123, 2.1, and RFC 952", lambda text: text[-1:] in (".", "。")),
    ("ipv6", "a zone behind a percent sign", "RFC 4291, 2.2", lambda text: "%" in text),
    ("iri, iri-reference", "marks of direction", "RFC 3987, 4.1", lambda text: BIDI_MARKS.search(text)),
    ("email", "an address literal that is neither IPv4 nor IPv6", "RFC 5321, 4.1.3",
     re.compile(r".*@\[[^\]]*:[^\]]*\]$", re.S).match),
    ("email", "quotes around nothing", "RFC 5321, 4.1.2", lambda text: text.startswith('""@')),
    ("idn-hostname", "labels of ASCII with two hyphens that are no A-label", "RFC 1123, 2.1",
     re.compile(r"(?:.*[.。])?(?!xn)[a-z0-9][a-z0-9-]--[a-z0-9-]*(?:[.。]|$)", re.S | re.I).match),
    ("idn-hostname", "a label from left to right beside one from right to left", "RFC 5893, 2",
     lambda text: re.search("[.。]", text) and re.search("[\u0590-\u08ff]", text)),
]
