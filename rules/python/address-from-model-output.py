import httpx
import requests
from langchain_core.tools import tool
from mcp.server.fastmcp import FastMCP
from urllib.parse import quote

mcp = FastMCP("web")


@mcp.tool()
def fetch_page(url: str) -> str:
    # ruleid: python.address-from-model-output
    return requests.get(url, timeout=5).text


@tool
def status(host: str) -> str:
    """Asks a host for its status."""
    # ruleid: python.address-from-model-output
    return httpx.get(f"http://{host}/status").text


def follow(llm, question):
    # ruleid: python.address-from-model-output
    return requests.get(llm.invoke(question), timeout=5).text


@mcp.tool()
def weather(city: str) -> str:
    # ok: python.address-from-model-output
    return requests.get(f"https://api.example.com/weather/{quote(city)}", timeout=5).text


@mcp.tool()
def search(term: str) -> str:
    # ok: python.address-from-model-output
    return requests.get("https://api.example.com/search", params={"q": term}, timeout=5).text


@mcp.tool()
def listed(host: str) -> str:
    if host not in ALLOWED_HOSTS:
        raise ValueError(host)
    # ok: python.address-from-model-output
    return httpx.get(f"http://{host}/status").text
