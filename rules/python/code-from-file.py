import ast
import json
import os
import sys
import tomllib


def load_settings(path):
    settings = {}
    with open(path) as f:
        # ruleid: python.code-from-file
        exec(f.read(), settings)
    return settings


def run_script(script):
    # ruleid: python.code-from-file
    exec(compile(open(script).read(), script, "exec"))


# ruleid: python.code-from-file
rules = eval(open(sys.argv[1]).read())


def load_toml(path):
    with open(path, "rb") as f:
        # ok: python.code-from-file
        return tomllib.load(f)


def load_literal(path):
    with open(path) as f:
        # ok: python.code-from-file
        return ast.literal_eval(f.read())


def version():
    here = os.path.dirname(__file__)
    with open(os.path.join(here, "version.py")) as f:
        # ok: python.code-from-file
        exec(f.read())


def load_json(path):
    # ok: python.code-from-file
    return json.load(open(path))


def apply(path):
    with open(path) as handle:
        settings = yaml.safe_load(handle)
    # ruleid: python.code-from-file
    exec(settings["setup"])


def show(path):
    with open(path) as handle:
        settings = yaml.safe_load(handle)
    # ok: python.code-from-file
    print(settings["setup"])


def literal(path):
    with open(path) as handle:
        settings = json.load(handle)
    # ok: python.code-from-file
    return ast.literal_eval(settings["size"])


def schedule(path):
    parser = configparser.ConfigParser()
    parser.read(path)
    # ruleid: python.code-from-file
    return eval(parser["jobs"]["schedule"])


def schedule_of_section(path):
    parser = configparser.ConfigParser()
    parser.read(path)
    # ruleid: python.code-from-file
    return eval(parser.get("jobs", "schedule"))


def schedule_as_literal(path):
    parser = configparser.ConfigParser()
    parser.read(path)
    # ok: python.code-from-file
    return ast.literal_eval(parser["jobs"]["schedule"])


def transform(path, row):
    with open(path) as handle:
        pipeline = json.load(handle)
    # ruleid: python.code-from-file
    return eval(pipeline["expression"], {"row": row})


def known_transform(path, row):
    with open(path) as handle:
        pipeline = json.load(handle)
    # ok: python.code-from-file
    return {"upper": str.upper, "lower": str.lower}[pipeline["expression"]](row)


def plan(path):
    with open(path) as handle:
        return yaml.safe_load(handle)


def run_plan(path, runner):
    for step in plan(path)["steps"]:
        # ruleid: python.code-from-file
        runner.run(eval(step["when"]))


def run_known_plan(path, runner):
    for step in plan(path)["steps"]:
        # ok: python.code-from-file
        runner.run(step["when"] == "always")
