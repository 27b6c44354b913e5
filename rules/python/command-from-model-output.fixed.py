import os
import shlex
import subprocess

import openai
from langchain_core.tools import tool
from mcp.server.fastmcp import FastMCP

client = openai.OpenAI()
mcp = FastMCP("files")


def act(question):
    answer = client.chat.completions.create(model="m", messages=[{"role": "user", "content": question}])
    command = answer.choices[0].message.content
    # ruleid: python.command-from-model-output
    subprocess.run(command, shell=True)


@mcp.tool()
def list_folder(folder: str) -> str:
    # ruleid: python.command-from-model-output
    return os.popen("ls -- " + shlex.quote(folder)).read()


@tool
def ping(host: str) -> str:
    """Pings a host."""
    # ruleid: python.command-from-model-output
    return subprocess.getoutput(f"ping -c 1 -- {shlex.quote(host)}")


@tool
def safe_ping(host: str) -> str:
    """Pings a host."""
    # ok: python.command-from-model-output
    return subprocess.run(["ping", "-c", "1", host], capture_output=True, text=True).stdout


def chosen(question):
    answer = client.chat.completions.create(model="m", messages=[{"role": "user", "content": question}])
    name = answer.choices[0].message.content
    if name not in ALLOWED_COMMANDS:
        raise ValueError(name)
    # ok: python.command-from-model-output
    os.system(name)


def fixed(question):
    client.chat.completions.create(model="m", messages=[{"role": "user", "content": question}])
    # ok: python.command-from-model-output
    os.system("uptime")
