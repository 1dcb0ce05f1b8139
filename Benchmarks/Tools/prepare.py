"""Builds Assay and brings what it is compared with: packages of PyPI and Debian, into the build folder."""

import dataclasses
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import venv

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
PEERS = BENCHMARKS / "Peers"
SCRATCH = pathlib.Path(os.environ.get("ASSAY_SCRATCH", ROOT / ".build")).resolve()
SHARED = pathlib.Path(os.environ.get("ASSAY_SHARED", ROOT.parent / "shared"))
# Ajv, and what it requires, by their names in Debian.
AJV = ["node-ajv", "node-fast-deep-equal", "node-json-schema-traverse", "node-json-stable-stringify", "node-uri-js"]
AJV += ["node-punycode"]


@dataclasses.dataclass
class Program:
    """Something that is called as `COMMAND --passes N --rules SCHEMA FILE` and prints what `assay bench` prints."""

    name: str
    command: list
    # Only for the requests: their rules are written down by hand for it.
    requests_only: bool = False
    environment: dict = dataclasses.field(default_factory=dict)
    # Schema and file that are measured in place of the data set's.
    data: tuple = ()
    # Why it cannot run.
    missing: str = ""
    version: str = ""


def assay():
    """The release build of the command."""
    subprocess.run([ROOT / "Scripts" / "assay", "--version"], check=True, stdout=subprocess.DEVNULL)
    return SCRATCH / "release" / "assay"


def peers():
    """Every peer, those that could not be had with the reason."""
    return [*python_peers(), sourcemeta(), ajv(), json_decoder()]


def python():
    """The virtual environment's interpreter; made again when the requirements changed."""
    folder = SCRATCH / "peers"
    interpreter, stamp = folder / "bin" / "python", folder / "requirements.txt"
    wanted = (PEERS / "requirements.txt").read_text()
    if not stamp.exists() or stamp.read_text() != wanted:
        venv.create(folder, clear=True, with_pip=True)
        install = [interpreter, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]
        subprocess.run([*install, PEERS / "requirements.txt"], check=True, timeout=600)
        stamp.write_text(wanted)
    return interpreter


def python_peers():
    names = {"orjson": False, "jsonschema-rs": False, "fastjsonschema": False, "pydantic": True, "msgspec": True}
    try:
        interpreter = python()
    except (subprocess.SubprocessError, OSError) as error:
        return [Program(name, [], missing=f"PyPI is not there: {error}") for name in names]
    return [
        Program(name, [interpreter, PEERS / "from_python.py", name], only, version=required(name))
        for name, only in names.items()
    ]


def required(name):
    """The version that requirements.txt pins."""
    for line in (PEERS / "requirements.txt").read_text().splitlines():
        if line.startswith(f"{name}=="):
            return line.partition("==")[2]
    return "unknown"


def sourcemeta():
    """Its executable is started directly: the package's launcher in Python takes longer than the check."""
    name = "sourcemeta-jsonschema"
    kind = f"jsonschema-{platform.system().lower()}-{platform.machine().replace('aarch64', 'arm64')}"
    found = sorted((SCRATCH / "peers").glob(f"lib/python*/site-packages/sourcemeta_jsonschema/{kind}"))
    if not found:
        return Program(name, [], missing=f"the package has no {kind}")
    return Program(name, [sys.executable, PEERS / "sourcemeta.py", found[0]], version=required(name))


def ajv():
    """Ajv as Node finds it, or Debian's package unpacked into the build folder: npm is not everywhere."""
    name, node = "Ajv", shutil.which("node")
    if node is None:
        return Program(name, [], missing="Node is not there")
    folder = SCRATCH / "debian"
    environment = {"NODE_PATH": os.pathsep.join([str(folder / "usr/share/nodejs"), os.environ.get("NODE_PATH", "")])}
    ask = [node, "-p", "require('ajv/package.json').version"]
    for bring in [None, lambda: unpack(AJV, folder)]:
        try:
            if bring:
                bring()
            asked = subprocess.run(ask, env={**os.environ, **environment}, capture_output=True, text=True)
        except (OSError, subprocess.SubprocessError) as error:
            return Program(name, [], missing=f"Debian's node-ajv could not be had: {error}")
        if asked.returncode == 0:
            runs = asked.stdout.strip()
            return Program(name, [node, PEERS / "ajv.cjs"], environment=environment, version=runs)
    return Program(name, [], missing="Node does not find it")


def unpack(packages, folder):
    """Debian packages' files, without installing them."""
    downloads = folder / "downloads"
    downloads.mkdir(parents=True, exist_ok=True)
    fetch = ["apt-get", "download", *packages]
    subprocess.run(fetch, cwd=downloads, check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for package in downloads.glob("*.deb"):
        subprocess.run(["dpkg", "-x", package, folder], check=True)


def json_decoder():
    """Foundation's decoder, in the benchmarks' own package."""
    name = "JSONDecoder"
    try:
        return Program(name, [benchmark("Compare"), "--json"], True, version="Foundation")
    except OSError as error:
        return Program(name, [], missing=f"Swift is not there: {error}")
    except subprocess.CalledProcessError as error:
        lines = (error.stdout + error.stderr).strip().splitlines()
        return Program(name, [], missing=f"not built: {lines[-1] if lines else error.returncode}")


def benchmark(product):
    """The release build of a program of the benchmarks' own package."""
    build = ["swift", "build", "-c", "release", "--package-path", BENCHMARKS, "--product", product]
    scratch = (SCRATCH / "benchmarks").resolve()
    subprocess.run([*build, "--scratch-path", scratch], check=True, capture_output=True, text=True)
    return scratch / "release" / product
