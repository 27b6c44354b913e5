import ast
import os
import sys

# ruleid: python.code-from-program-input
print(eval(input("Expression: ")))
# ruleid: python.code-from-program-input
exec(sys.argv[1])
rule = os.environ["RULE"]
# ruleid: python.code-from-program-input
print(eval("lambda value: " + rule))
# ok: python.code-from-program-input
print(ast.literal_eval(input("Value: ")))
# ok: python.code-from-program-input
print(eval(str(int(input("Number: "))) + " * 2"))
# ok: python.code-from-program-input
print(eval("1 + 1"))


def console():
    interpreter = code.InteractiveInterpreter()
    for line in sys.stdin:
        # ruleid: python.code-from-program-input
        interpreter.runsource(line)
