import os

import openai
from mcp.server.fastmcp import FastMCP

client = openai.OpenAI()
mcp = FastMCP("files")
ROOT = "/srv/notes"


@mcp.tool()
def read_note(name: str) -> str:
    # ruleid: python.path-from-model-output
    with open(os.path.join(ROOT, name)) as file:
        return file.read()


@mcp.tool()
def remove_note(name: str) -> None:
    # ruleid: python.path-from-model-output
    os.remove(ROOT + "/" + name)


def save(question):
    answer = client.chat.completions.create(model="m", messages=[{"role": "user", "content": question}])
    # ruleid: python.path-from-model-output
    open(answer.choices[0].message.content, "w").write("done")


@mcp.tool()
def read_checked(name: str) -> str:
    path = os.path.realpath(os.path.join(ROOT, name))
    if not path.startswith(ROOT + os.sep):
        raise ValueError("outside")
    # ok: python.path-from-model-output
    return open(path).read()


@mcp.tool()
def read_bare(name: str) -> str:
    # ok: python.path-from-model-output
    return open(os.path.join(ROOT, os.path.basename(name))).read()


@mcp.tool()
def read_fixed(name: str) -> str:
    # ok: python.path-from-model-output
    return open("/srv/notes/index.txt").read()


@mcp.resource("note://{name}")
def note(name: str) -> str:
    # ruleid: python.path-from-model-output
    return open(f"/srv/notes/{name}.md").read()


@mcp.resource("note://all")
def notes() -> str:
    # ok: python.path-from-model-output
    return open("/srv/notes/all.md").read()
