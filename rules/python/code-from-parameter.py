import ast


def calculate(expression):
    # ruleid: python.code-from-parameter
    return eval(expression)


def run_script(code, env=None):
    # ruleid: python.code-from-parameter
    exec(code, env)


class Rules:
    def check(self, condition, values):
        text = "lambda values: " + condition
        # ruleid: python.code-from-parameter
        return eval(text)(values)


def parse(value):
    # ok: python.code-from-parameter
    return ast.literal_eval(value)


def doubled(number):
    # ok: python.code-from-parameter
    return eval(f"{int(number)} * 2")


def fixed(flag):
    # ok: python.code-from-parameter
    return eval("1 + 1") if flag else None


OPERATIONS = {"sum": "a + b"}


def named(name):
    # ok: python.code-from-parameter
    return eval(OPERATIONS[name], {"a": 1, "b": 2})


def by_javascript(posts, word):
    # ruleid: python.code-from-parameter
    return list(posts.find({"$where": f"this.title.includes('{word}')"}))


def by_fixed_javascript(posts, word):
    # ok: python.code-from-parameter
    return list(posts.find({"$where": "this.a > this.b", "title": word}))


class Workflow:
    def __init__(self, name, script):
        self.name = name
        self.script = script

    def run(self):
        # ruleid: python.code-from-parameter
        exec(self.script, {})


class Condition:
    def __init__(self, expression):
        self.expression = expression

    def holds(self, row):
        # ruleid: python.code-from-parameter
        return eval(self.expression, {}, row)


class Values:
    def __init__(self, text):
        self.values = ast.literal_eval(text)

    def first(self):
        # ok: python.code-from-parameter
        return eval("values[0]", {"values": self.values})


class Step:
    CODE = "result = row"

    def __init__(self, row):
        self.row = row
        self.code = self.CODE

    def run(self):
        # ok: python.code-from-parameter
        exec(self.code, {"row": self.row})


class Parsed:
    def __init__(self, tree, filename):
        self.tree = tree
        self.filename = filename

    def run(self):
        # ok: python.code-from-parameter
        exec(compile(ast.parse("x = 1"), self.filename, "exec"), {})


def run_named(source, filename):
    # ok: python.code-from-parameter
    exec(compile("print(1)", filename, "exec"))
    # ruleid: python.code-from-parameter
    exec(compile(source, filename, "exec"))
