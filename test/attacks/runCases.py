"""Runs proofs against programs, each in a process of its own. Reads [{proof, program, scratch}] and prints [{good, attack}], both as JSON."""
import importlib.util
import json
import os
import pathlib
import signal
import sys
import traceback

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
# Loaded once, so that each process starts with them.
import flask  # noqa: E402, F401
import support  # noqa: E402, F401


def load(name, path, optimize=-1):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    exec(compile(pathlib.Path(path).read_text(), path, "exec", optimize=optimize), module.__dict__)
    return module


def run(case):
    os.makedirs(case["scratch"])
    os.chdir(case["scratch"])
    for name in ("SCRATCH", "HOME", "TMPDIR"):
        os.environ[name] = case["scratch"]
    os.environ["SSL_CERT_FILE"] = os.path.join(case["scratch"], "authorities.pem")
    signal.alarm(30)
    proof = load("proof", case["proof"])
    prepare = getattr(proof, "prepare", None)
    if prepare:
        prepare()
    program = load("program", case["program"], getattr(proof, "OPTIMIZE", -1))
    return {"good": proof.good(program), "attack": proof.attack(program)}


def start(case):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        try:
            result = run(case)
        except BaseException:
            result = {"error": traceback.format_exc()}
        with os.fdopen(writing, "w") as pipe:
            pipe.write(json.dumps(result, default=str))
        os._exit(0)
    os.close(writing)
    return child, reading


def finish(child, reading):
    with os.fdopen(reading) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else {"error": "the process ended without an answer"}


# A few at a time: most of the time they wait for one another's answers.
cases = json.load(sys.stdin)
results = []
for at in range(0, len(cases), 8):
    results += [finish(*started) for started in [start(case) for case in cases[at : at + 8]]]
print(json.dumps(results))
