import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes")
ROOT = os.path.abspath("notes")


@mcp.tool()
def read_note(name: str) -> str:
    with open(os.path.join(ROOT, name)) as file:
        return file.read()
