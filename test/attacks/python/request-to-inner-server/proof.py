"""The server asks an address that only it can reach."""
import support

RULE = "python.ssrf"


def good(program):
    with support.listening(lambda _: "news") as port, support.serving(program.app) as ask:
        if hasattr(program, "ALLOWED"):
            program.ALLOWED["news"] = f"http://127.0.0.1:{port}/news"
        return ask(f"/preview?url=http://127.0.0.1:{port}/news").text


def attack(program):
    with support.listening(lambda _: "inner secret") as port, support.serving(program.app) as ask:
        return "inner secret" in ask(f"/preview?url=http://127.0.0.1:{port}/admin").text or None
