"""Blaze's figures for parsing and validating, which no program on PyPI or Debian prints.

../shared/PEERS.md has them as measured by a C++ program on another machine. They are carried over to this machine and
moment by a peer that both runs have: orjson's `loads` of the valid requests, of which Blaze's parsing and validating of
the same requests took 1.68 times. For another data set, PEERS.md gives its proportion to the requests. A program given
with `--program Blaze=COMMAND` is measured instead.
"""

import dataclasses
import re

import rounds

UNIT = "orjson, requests"
REQUESTS_OVER_ORJSON = 1.68
# | data set | documents | bytes | Blaze parse | Blaze validate | Blaze both | ...
ROW = re.compile(r"^\| ([a-z0-9-]+) \| \d+ \| [\d,]+ \| [\d,]+ \| [\d,]+ \| ([\d,]+) \|", re.M)
# | Blaze (C++): parse / validate / both | 2,450 / 1,494 / 4,308 | ... for each of 1,000 requests
REQUESTS = re.compile(r"^\| Blaze \(C\+\+\): parse / validate / both \| [\d,]+ / [\d,]+ / ([\d,]+) ", re.M)


def over_requests(file):
    """Name of the data set to Blaze's time for it, as a multiple of its time for the 1,000 valid requests."""
    try:
        text = file.read_text(encoding="utf-8")
    except OSError:
        return {}
    requests = REQUESTS.search(text)
    if not requests:
        return {}
    unit = 1000 * number(requests[1])
    return {name: number(both) / unit for name, both in ROW.findall(text)}


def unit(orjson, folder):
    """orjson on the requests, as a program that runs beside those of another data set."""
    return dataclasses.replace(orjson, name=UNIT, data=(folder / "schema.json", folder / "instances.jsonl"))


def ratio(answers, over):
    """Blaze's time over Assay's: measured where --program gave a Blaze, or derived; None where neither can be."""
    assay = answers["Assay"]
    measured = rounds.ratio(answers.get("Blaze"), "verdict_ns", assay, "verdict_ns")
    if measured is not None:
        return measured
    orjson = rounds.ratio(answers.get(UNIT, answers.get("orjson")), "parse_ns", assay, "verdict_ns")
    return None if orjson is None or over is None else REQUESTS_OVER_ORJSON * over * orjson


def number(text):
    return int(text.replace(",", ""))
