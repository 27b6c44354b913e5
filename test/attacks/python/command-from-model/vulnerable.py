import subprocess


from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes")


@mcp.tool()
def count(name: str) -> str:
    done = subprocess.run(f"wc -c {name}", shell=True, capture_output=True, text=True)
    return done.stdout
