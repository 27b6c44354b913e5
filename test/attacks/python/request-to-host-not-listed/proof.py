"""The server asks a host that is not in its own list."""
import support

RULE = "python.ssrf"


def ask(program, host):
    with support.listening(lambda _: "page") as port, support.serving(program.app) as get:
        try:
            answer = get(f"/preview?url=http://{host}:{port}/page").text
        except Exception:
            return None
        return answer if answer == "page" else None


def good(program):
    return ask(program, "127.0.0.1")


def attack(program):
    return ask(program, "localhost")
