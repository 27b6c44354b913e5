"""The parser asks a server that the document names (real lxml)."""
import support

RULE = "python.xml-external-entities"


def good(program):
    return program.title("<book><title>Trees</title></book>")


def attack(program):
    asked = []
    with support.listening(lambda request: asked.append(request.path) or '<!ENTITY e "x">') as port:
        try:
            program.title(f'<!DOCTYPE book SYSTEM "http://127.0.0.1:{port}/t.dtd"><book><title>&e;</title></book>')
        except SyntaxError:
            pass
    return asked or None
