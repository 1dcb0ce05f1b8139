"""What Benchmarks/growth keeps: a table and two plots."""

import machine
import prepare
import svg


def write(options, documents, rules, unit):
    options.results.mkdir(parents=True, exist_ok=True)
    tables = markdown(options, documents, rules, unit)
    print(tables)
    (options.results / "growth.md").write_text(tables, encoding="utf-8")
    files = {"growth-documents.svg": (documents, "document"), "growth-rules.svg": (rules, "rules")}
    for name, (found, what) in files.items():
        if found:
            (options.results / name).write_text(chart(found, what, unit), encoding="utf-8")


def chart(found, what, unit):
    series = [(name, [(size, time / unit) for size, time in points if time]) for name, points in found.items()]
    verb = "judging" if what == "document" else "compiling"
    return svg.lines(
        f"Time of {verb} for each byte, as the {what} grows", "a level line is linear growth; both axes logarithmic",
        f"bytes of the {what}", "times the unit", [one for one in series if one[1]],
    )  # fmt: skip


def markdown(options, documents, rules, unit):
    parts = [
        "# Growth",
        "Written by `Benchmarks/growth`; do not edit. Every number is the time for one byte, where 1 is the time for one byte of "
        "the array of objects at 1 MB in the same run, from bytes to verdict.",
        f"{machine.today()}; {machine.machine()}; {options.pinned}; load {machine.load():.1f} at the end; "
        f"{options.rounds} rounds, one above 256 MB, each with the fastest of its passes; "
        f"Assay {machine.commit(prepare.ROOT)}.",
    ]
    if documents:
        note = "A dash: not judged, or its tape has no room in 24 GB (`nested 400 deep` above 256 MB)."
        parts += ["## Documents", note, table("document of", documents, unit, bytes_of)]
    if rules:
        parts += [
            "## Rules",
            "Compiling rules of n parts, for each byte of the rule file; n is 100, 300, ... 100,000.",
            table("rules", rules, unit, None),
        ]
    return "\n\n".join(parts) + "\n"


def table(title, found, unit, label):
    columns = [size for size, _ in next(iter(found.values()))]
    names = [label(size) for size in columns] if label else ["100", "300", "1,000", "3,000", "10,000", "30,000", "100,000"]
    rows = [[title, *names, last(columns, label)], ["--", *["--:"] * (len(names) + 1)]]
    for name, points in found.items():
        cells = [f"{time / unit:.2f}" if time else "-" for _, time in points]
        rows.append([name, *cells, growth(points, columns, label)])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def reference(columns, label):
    """What the largest is compared with: 64 MB where there is more, the one before it otherwise."""
    if label and 64 << 20 in columns and columns[-1] > 64 << 20:
        return columns.index(64 << 20)
    return -2 if len(columns) > 1 else -1


def last(columns, label):
    if not label:
        return "100,000 / 30,000"
    return f"{bytes_of(columns[-1])} / {bytes_of(columns[reference(columns, label)])}"


def growth(points, columns, label):
    large, less = points[-1][1], points[reference(columns, label)][1]
    return f"{large / less:.2f}" if large and less else ""


def bytes_of(size):
    for unit, shift in [("GB", 30), ("MB", 20), ("KB", 10)]:
        if size >= 1 << shift:
            return f"{size >> shift} {unit}"
    return f"{size} B"
