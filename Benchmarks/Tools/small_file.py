"""One small file, whole processes: what somebody waits for who checks a file by hand or in a hook."""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import prepare


def measure(programs, folder, rounds):
    """Name to the median of wall-clock nanoseconds, from start to end of the process."""
    schema = folder / "schema.json"
    first = (folder / "instances.jsonl").read_bytes().split(b"\n")[0]
    with tempfile.TemporaryDirectory() as place:
        file = pathlib.Path(place) / "request.json"
        file.write_bytes(first)
        commands = find(programs, schema, file)
        samples = {name: [] for name in commands}
        for number in range(3 * rounds + 1):
            for name, command in commands.items():
                elapsed = wall(name, command)
                if number:  # the first run fills the disk's cache
                    samples[name].append(elapsed)
    return {name: statistics.median(times) for name, times in samples.items()}


def find(programs, schema, file):
    commands = {"Assay, `lint`": [programs[0].command[0], "lint", "--rules", schema, file]}
    for program in programs:
        if program.name == "sourcemeta-jsonschema" and not program.missing:
            commands["sourcemeta-jsonschema, `validate --fast`"] = [program.command[2], "validate", schema, file, "--fast"]
    check = prepare.SCRATCH / "peers" / "bin" / "check-jsonschema"
    if check.exists() and any(program.name == "orjson" for program in programs):
        commands["check-jsonschema"] = [check, "--schemafile", schema, file]
    return {**commands, "a process that does nothing, `true`": ["true"]}


def wall(name, command):
    start = time.perf_counter_ns()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if done.returncode != 0:
        sys.exit(f"{name} refused a valid request with status {done.returncode}")
    return time.perf_counter_ns() - start
