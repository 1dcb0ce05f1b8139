"""The plots of Benchmarks/compare."""

import blaze
import svg
from compare_tables import REQUEST_ROWS, extra
from rounds import Figures, ratio

SUFFIX = {"parse_ns": ", no rules", "evaluate_ns": ", parsed before"}


def charts(run):
    """File name to SVG."""
    found = {"compare-requests.svg": requests(run)}
    if sets := real(run):
        found["compare-sets.svg"] = sets
    return found


def requests(run):
    answers = run.requests["valid"]
    rows = [("Assay", 1.0, "1", 0)]
    if share := ratio(answers["Assay"], "parse_ns", answers["Assay"], "verdict_ns"):
        rows.insert(0, ("Assay, reading only", share, f"{share:.2f}", 0))
    others = []
    for name, kind, words, _ in [*REQUEST_ROWS, *extra(run)]:
        if value := ratio(answers.get(name), kind, answers["Assay"], "verdict_ns"):
            judges = kind != "parse_ns"
            label = f"{name}{SUFFIX.get(kind, '')}"
            others.append((label, value, f"{value:.1f}", 4 if judges else 7))
    if "Blaze" not in answers and (value := blaze.ratio(answers, 1.0)):
        others.append(("Blaze, derived", value, f"{value:.1f}", 3))
    rows += sorted(others, key=lambda row: row[1])
    return svg.bars(
        "From bytes to verdict, 1,000 requests", "times as long as Assay, on one core; grey checks no rules", rows
    )


def real(run):
    over_requests = blaze.over_requests(run.peers_file)
    rows = []
    for name, answers in run.real.items():
        if isinstance(answers["Assay"], Figures) and (value := blaze.ratio(answers, over_requests.get(name))):
            rows.append((name, 1 / value, f"{1 / value:.2f}", 0))
    if not rows:
        return None
    kind = "measured" if "Blaze" in run.requests["valid"] else "derived, see compare.md"
    caption = f"Assay's time from bytes to verdict over Blaze's for parsing and judging ({kind}); less is better"
    return svg.bars(f"{len(rows)} real schemas, all their documents", caption, rows, [(1 / 6, "mean: 1/6"), (1 / 3, "none above 1/3")])
