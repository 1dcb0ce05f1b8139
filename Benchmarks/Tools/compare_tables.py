"""What Benchmarks/compare prints and keeps: Markdown tables of ratios."""

import platform

import blaze
import machine
import prepare
from rounds import Figures, geometric_mean, ratio

# Program, its figure, what that is, and what is asked of Assay beside it: at least so many times faster.
REQUEST_ROWS = [
    ("orjson", "parse_ns", "orjson, `loads`: parses, no rules", 1 / 0.24),
    ("sourcemeta-jsonschema", "evaluate_ns", "sourcemeta-jsonschema, `--benchmark`: judges what is parsed", 1 / 0.4),
    ("jsonschema-rs", "verdict_ns", "jsonschema-rs after orjson, from Python", 7),
    ("Ajv", "verdict_ns", "Ajv after `JSON.parse`, on Node", None),
    ("pydantic", "verdict_ns", "pydantic, `model_validate_json`", 10),
    ("msgspec", "verdict_ns", "msgspec, into a Struct", None),
    ("fastjsonschema", "verdict_ns", "fastjsonschema after orjson", None),
    ("JSONDecoder", "parse_ns", "Foundation's `JSONDecoder` into a struct, no rules", 15),
]


def markdown(run):
    parts = [HEAD.strip(), about(run), requests(run)]
    if run.real:
        parts += [real(run), refusals(run)]
    parts += [compiling(run), small(run), METHOD.strip()]
    return "\n\n".join(part for part in parts if part) + "\n"


HEAD = """
# Assay and what else checks JSON

Written by `Benchmarks/compare`; do not edit. Every number is a ratio of two times of one run.
"""

METHOD = """
## How this is measured

Each round runs every program as a process of its own on the same file, after one pass or more that warm up; documents are
loaded before the clock starts. A run that had less than 90 % of its core is repeated, twice at most. A ratio is the median over the rounds of two figures of the same round. Figures of Python,
Node and Swift include what a caller in that language pays; *empty call* is the same loop around a function that does
nothing. `sourcemeta-jsonschema --benchmark` judges one parsed document many times in a row, which is kinder to caches than
a pass over all documents. "Times as long" above 1 means that Assay is faster.
"""


def about(run):
    rows = [
        ("date", machine.today()),
        ("machine", f"{machine.machine()}; {run.pinned}; load {run.load:.1f} at the start"),
        ("rounds", f"{run.options.rounds}, of {run.options.passes} passes each; {undisturbed(run)}"),
        ("Assay", f"{machine.commit(prepare.ROOT)}, {machine.version('swift', '--version')}"),
        ("languages", f"Python {platform.python_version()}, Node {machine.version('node', '--version')}"),
    ]
    rows += [(program.name, program.missing or program.version) for program in run.programs[1:]]
    return table(["", ""], rows, "--")


def undisturbed(run):
    answers = [*run.requests.values(), *run.real.values(), run.rules]
    found = [figures for answer in answers for figures in answer.values() if isinstance(figures, Figures)]
    share = sum(figures.undisturbed for figures in found) / sum(len(figures.answers) for figures in found)
    return f"{100 * share:.0f} % of the runs had the core for themselves"


def requests(run):
    valid, mixed = run.requests["valid"], run.requests["mixed"]
    rows = []
    for name, kind, words, goal in [*REQUEST_ROWS, *extra(run)]:
        if name in valid:
            rows.append([
                words, over(valid, name, kind), over(mixed, name, kind), goal and f"{goal:.1f}",
                accepted(valid[name]), accepted(mixed[name]), empty_call(valid[name], kind),
            ])  # fmt: skip
    if "Blaze" not in valid:
        shares = [f"{share:.2f} *" if (share := blaze.ratio(answers, 1.0)) else None for answers in [valid, mixed]]
        rows.append(["Blaze, parses and judges: derived, see below", shares[0], None, "7.0", None, None, None])
    assay = valid["Assay"]
    parts = [
        "## Requests: from bytes to verdict",
        f"{assay.documents} distinct requests of {assay.bytes // assay.documents} bytes that create a video conference; "
        "of the mixed ones, 29 in 100 are invalid. Times as long as Assay's verdict:",
        table(["", "valid", "mixed", "goal, valid", "accepts", "of mixed", "empty call"], rows),
        "Assay's own parts, as shares of orjson's `loads` of the same requests:",
        table(["", "valid", "mixed", "goal, valid"], own_parts(valid, mixed)),
    ]
    return "\n\n".join(parts)


def extra(run):
    """Programs of the command line."""
    known = {row[0] for row in REQUEST_ROWS} | {"Assay"}
    names = [program.name for program in run.programs if program.name not in known]
    return [(name, "verdict_ns", f"{name}, by `--program`", 7 if name == "Blaze" else None) for name in names]


def own_parts(valid, mixed):
    rows = [("only reading: `parse_ns`", "parse_ns", None), ("the verdict", "verdict_ns", "0.24, beyond that 0.115")]
    rows.append(("all findings with messages", "findings_ns", None))
    return [
        [words, *[share(answers["Assay"], kind, answers.get("orjson"), "parse_ns") for answers in [valid, mixed]], goal]
        for words, kind, goal in rows
    ]


def real(run):
    over_requests = blaze.over_requests(run.peers_file)
    rows, shares = [], {key: [] for key in range(7)}
    for name, answers in run.real.items():
        assay = answers["Assay"]
        if not isinstance(assay, Figures):
            rows.append([name, *[None] * 9])
            continue
        derived = blaze.ratio(answers, over_requests.get(name))
        figures = [
            derived and 1 / derived,
            ratio(assay, "verdict_ns", answers.get("sourcemeta-jsonschema"), "evaluate_ns"),
            ratio(assay, "verdict_ns", answers.get("orjson"), "parse_ns"),
            ratio(assay, "parse_ns", assay, "verdict_ns"),
            ratio(answers.get("jsonschema-rs"), "verdict_ns", assay, "verdict_ns"),
            ratio(answers.get("fastjsonschema"), "verdict_ns", assay, "verdict_ns"),
            ratio(answers.get("Ajv"), "verdict_ns", assay, "verdict_ns"),
        ]
        for key, value in enumerate(figures):
            if value is not None:
                shares[key].append(value)
        cells = [value and f"{value:.2f}" for value in figures]
        rows.append([name, assay.documents, f"{assay.bytes:,}", *cells, fused(assay)])
    means = [f"**{geometric_mean(shares[key]):.2f}**" if shares[key] else None for key in range(7)]
    rows.append(["**geometric mean**", None, None, *means, None])
    titles = ["data set", "documents", "bytes", f"Assay / Blaze{'' if measured(run) else ' *'}", "Assay / sourcemeta judging"]
    titles += ["Assay / orjson `loads`", "reading alone / verdict", "jsonschema-rs / Assay", "fastjsonschema / Assay"]
    titles += ["Ajv / Assay", "bytes judged fused"]
    parts = [
        "## Real schemas, all their documents",
        "Assay's time is from bytes to verdict. Blaze's is parsing and judging; the goal there is a geometric mean of 0.17 at "
        "most, and none above 0.33. The column of sourcemeta-jsonschema is Blaze judging only.",
        table(titles, rows),
        "" if measured(run) else "\\* " + DERIVED.strip(),
    ]
    return "\n\n".join(part for part in parts if part)


DERIVED = """
Not measured: nothing on PyPI or Debian prints Blaze's time for parsing and judging. It is PEERS.md's, carried over by a peer
of this run: orjson's `loads` of the requests, measured beside every data set, times 1.68 (Blaze over orjson there), times the
data set's proportion to the requests there. PEERS.md was measured on another class of machine, so take it as an estimate, and
give a program built on Blaze by `--program Blaze=COMMAND` for a measurement.
"""


def measured(run):
    return "Blaze" in run.requests["valid"]


def refusals(run):
    said = [
        f"- {name} on {data}: {answer}"
        for data, answers in {**run.requests, **run.real}.items()
        for name, answer in answers.items()
        if not isinstance(answer, Figures)
    ]
    said += [
        f"- {name} accepts {answer.valid:,} of {answer.documents:,} in {data}, Assay {answers['Assay'].valid:,}"
        for data, answers in {**run.requests, **run.real}.items()
        for name, answer in answers.items()
        if isinstance(answer, Figures) and answer.valid is not None and differs(answer, answers["Assay"])
    ]
    return "Where a program could not judge, or judged otherwise:\n\n" + "\n".join(said) if said else ""


def differs(one, assay):
    return isinstance(assay, Figures) and one.valid != assay.valid and one.documents == assay.documents


def compiling(run):
    rows = []
    for name, assay in run.rules.items():
        if not isinstance(assay, Figures):
            continue
        answers = {**run.real, run_requests(): run.requests["valid"]}[name]
        times = compile_over_parse(assay)
        goal = {run_requests(): 30, "ui5-manifest": 60}.get(name)
        cells = [over(answers, peer, "compile_ns", "compile_ns") for peer in ["jsonschema-rs", "fastjsonschema", "Ajv"]]
        rows.append([name, f"{assay.bytes // assay.documents:,}", f"{times:.0f}", goal, *cells])
    titles = ["rules", "bytes", "compiling / reading", "goal", "jsonschema-rs", "fastjsonschema", "Ajv"]
    return "\n\n".join([
        "## Compiling rules",
        "Compiling a rule file, over reading the same bytes as a document; then what compiling takes others, times as long as "
        "Assay (theirs begins with the parsed schema).",
        table(titles, rows),
    ])  # fmt: skip


def run_requests():
    return "video-conference"


def compile_over_parse(assay):
    return (ratio(assay, "compile_ns", assay, "parse_ns") or 0) * assay.documents


def small(run):
    own = run.small.get("Assay, `lint`")
    rows = [[name, f"{time / own:.1f}"] for name, time in run.small.items()]
    return "\n\n".join([
        "## One small file",
        "One valid request, whole processes, times as long as `assay lint`; the goal is 20 beside check-jsonschema:",
        table(["", "times as long"], rows),
    ])  # fmt: skip


# MARK: Cells


def over(answers, name, kind, own="verdict_ns"):
    value = ratio(answers.get(name), kind, answers["Assay"], own)
    return None if value is None else f"{value:.2f}"


def share(one, kind, other, other_kind):
    value = ratio(one, kind, other, other_kind)
    return None if value is None else f"{value:.3f}"


def accepted(figures):
    if not isinstance(figures, Figures):
        return f"refused: {figures}"
    return None if figures.valid is None else f"{figures.valid:,}"


def empty_call(figures, kind):
    value = ratio(figures, "call_ns", figures, kind)
    return None if value is None else f"{100 * value:.1f} %"


def fused(assay):
    if not assay.fused_bytes:
        return "not counted"
    return f"{100 * assay.fused_bytes / assay.bytes:.0f} %"


def table(titles, rows, numbers="--:"):
    lines = [titles, ["--", *[numbers] * (len(titles) - 1)], *rows]
    return "\n".join("| " + " | ".join("" if cell is None else str(cell) for cell in row) + " |" for row in lines)
