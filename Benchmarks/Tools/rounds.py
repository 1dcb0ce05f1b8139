"""Programs run one after the other, round after round, on the same data, so that a busy moment hits all of them."""

import json
import os
import resource
import statistics
import subprocess
import time

# Whatever a program prints of these is kept; each is {"median": ns, "min": ns} for a pass over all documents.
TIMES = ["parse_ns", "verdict_ns", "evaluate_ns", "findings_ns", "compile_ns", "call_ns"]


class Refused(Exception):
    """A program that could not judge the data, with its own words."""


# A run that had less of its core than this shared it with something else, and is tried again.
UNDISTURBED = 0.9
TRIES = 3
# Seconds; a longer run is not repeated.
WORTH_REPEATING = 2


def ask(program, schema, file, passes):
    """What one program prints for one file of documents, from the try that was disturbed least, and its share of the core."""
    tries = []
    elapsed = 0
    while len(tries) < TRIES and elapsed < WORTH_REPEATING and (not tries or tries[-1][0] < UNDISTURBED):
        before, start = used(), time.monotonic()
        figures = once(program, schema, file, passes)
        elapsed = time.monotonic() - start
        tries.append(((used() - before) / elapsed, figures))
    share, figures = max(tries, key=lambda one: one[0])
    return {**figures, "core": share}


def used():
    """Seconds of processor time of all programs that ended so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def once(program, schema, file, passes):
    schema, file = program.data or (schema, file)
    command = [*program.command, "--passes", str(passes), "--rules", schema, file]
    environment = {**os.environ, **program.environment, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=environment, timeout=600
    )
    if done.returncode != 0:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        raise Refused(next((line for line in said if "rror" in line), said[-1] if said else f"status {done.returncode}"))
    return json.loads(done.stdout)


def measure(programs, schema, file, rounds, passes):
    """Name of the program to its figures, medians over all rounds; or to a Refused."""
    answers = {program.name: [] for program in programs}
    for number in range(rounds):
        # Another one begins each round: what follows a heavy neighbour is not always the same.
        turn = number % len(programs)
        for program in programs[turn:] + programs[:turn]:
            if isinstance(answers[program.name], Refused):
                continue
            try:
                answers[program.name].append(ask(program, schema, file, passes))
            except (Refused, ValueError, subprocess.SubprocessError, OSError) as error:
                answers[program.name] = error if isinstance(error, Refused) else Refused(str(error))
    return {name: answer if isinstance(answer, Refused) else Figures(answer) for name, answer in answers.items()}


class Figures:
    """One program's figures on one file, over the rounds."""

    def __init__(self, answers):
        self.answers = answers
        self.documents = answers[0]["documents"]
        self.bytes = answers[0].get("bytes", 0)
        self.valid = answers[0].get("valid")
        self.fused_bytes = answers[0].get("fused_bytes")
        # How many of the rounds had the core for themselves.
        self.undisturbed = sum(answer["core"] >= UNDISTURBED for answer in answers)

    def time(self, kind):
        """Nanoseconds for a pass, the median of the rounds' medians; None where the program has no such figure."""
        return statistics.median(self.times(kind)) if kind in self.answers[0] else None

    def times(self, kind):
        return [answer[kind]["median"] for answer in self.answers]


def ratio(one, kind, other, other_kind):
    """How often `other` fits into `one`: the median of the ratios of each round, in which both ran side by side."""
    if not isinstance(one, Figures) or not isinstance(other, Figures):
        return None
    if kind not in one.answers[0] or other_kind not in other.answers[0]:
        return None
    pairs = zip(one.times(kind), other.times(other_kind))
    return statistics.median([mine / max(1, theirs) for mine, theirs in pairs])


def geometric_mean(values):
    return statistics.geometric_mean(values) if values else None
