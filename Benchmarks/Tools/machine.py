"""The machine a measurement ran on, and the core it is pinned to."""

import datetime
import os
import pathlib
import platform
import subprocess


def pin(core):
    """This process and what it starts run on one core from now on. A sentence about it for the results."""
    if not hasattr(os, "sched_setaffinity"):
        return "not pinned to a core: this system cannot"
    wanted = core if core in os.sched_getaffinity(0) else max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {wanted})
    return f"pinned to core {wanted}"


def processor():
    """The processor's name, and what it can do."""
    model, flags = platform.machine(), set()
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                model = value.strip()
            elif name.strip() == "flags":
                flags = set(value.split())
    except OSError:
        pass  # not Linux
    return model, flags


def vectors():
    """The architecture, with the vector instructions that code may choose at run time."""
    flags = processor()[1]
    return " ".join([platform.machine(), *[name for name in ["avx2", "avx512f"] if name in flags]])


def machine():
    """The class of machine: processor, cores, vector instructions."""
    return f"{processor()[0]}, {os.cpu_count()} cores, {vectors()}"


def load():
    """How busy the machine is: 1.0 is one core."""
    return os.getloadavg()[0]


def version(*command):
    """The first line of what a program says of its version."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return "unknown"
    return next(iter((done.stdout or done.stderr).strip().splitlines()), "unknown")


def commit(folder):
    """The checkout's commit, with a mark where files differ from it."""
    return version("git", "-C", str(folder), "describe", "--always", "--dirty", "--abbrev=8")


def today():
    return datetime.date.today().isoformat()
