"""Text that is called safe is not escaped by the template (real Jinja2)."""
import types

import support

RULE = "python.markup-from-text"


def good(program):
    return program.page(types.SimpleNamespace(name="ann"))


def attack(program):
    return "script" in support.elements(program.page(types.SimpleNamespace(name="<script>"))) or None
