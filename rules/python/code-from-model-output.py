import ast
import json

import anthropic
from mcp.server.fastmcp import FastMCP

client = anthropic.Anthropic()
mcp = FastMCP("math")


def solve(task):
    message = client.messages.create(model="m", max_tokens=100, messages=[{"role": "user", "content": task}])
    # ruleid: python.code-from-model-output
    exec(message.content[0].text)


def chain_result(chain, task):
    # ruleid: python.code-from-model-output
    return eval(chain.invoke({"task": task}))


@mcp.tool()
def calculate(expression: str) -> float:
    # ruleid: python.code-from-model-output
    return eval(expression)


@mcp.tool()
def literal(expression: str):
    # ok: python.code-from-model-output
    return ast.literal_eval(expression)


def parsed(task):
    message = client.messages.create(model="m", max_tokens=100, messages=[{"role": "user", "content": task}])
    # ok: python.code-from-model-output
    return json.loads(message.content[0].text)


@mcp.tool()
def double(number: str) -> float:
    # ok: python.code-from-model-output
    return eval(f"{float(number)} * 2")
