"""Calls every view of a file with every input and prints what came back. usage: runViews.py FILE INPUTS(JSON)"""
import importlib.util
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "stubs"))
sys.dont_write_bytecode = True
import flask  # noqa: E402

spec = importlib.util.spec_from_file_location("case", sys.argv[1])
spec.loader.exec_module(importlib.util.module_from_spec(spec))
results = {}
for path, inputs in json.loads(sys.argv[2]).items():
    results[path] = []
    for given in inputs:
        flask.request.args = given
        try:
            results[path].append([list(row) for row in flask.views[path]()])
        except Exception as error:
            results[path].append(f"{type(error).__name__}: {error}")
print(json.dumps(results))
