import re

# ruleid: python.catastrophic-regex
first = re.compile(r"^(a+)+$")
# ruleid: python.catastrophic-regex
second = re.match(r"^([a-zA-Z0-9]+)*@example\.com$", text)
# ruleid: python.catastrophic-regex
third = re.search("(?:\\w+)*;", text)
# ok: python.catastrophic-regex
fourth = re.compile(r"^(\w+\.)*\w+$")
# ok: python.catastrophic-regex
fifth = re.compile(r"^(?:,\d+)*$")
# ok: python.catastrophic-regex
sixth = re.compile(r"^[a-z]+(-[a-z]+)*$")
# ruleid: python.catastrophic-regex
seventh = re.match(r"^([a-z0-9])(([\-.]|[_]+)?([a-z0-9]+))*@", text)


class Signup(forms.Form):
    # ruleid: python.catastrophic-regex
    nick = django.forms.RegexField(regex=r"^(\w+\s?)*$")
    # ok: python.catastrophic-regex
    short = django.forms.RegexField(regex=r"^\w{1,30}$")


# ruleid: python.catastrophic-regex
TAGS = re.compile(r"^(\s*\w+\s*,?)*$")
# ruleid: python.catastrophic-regex
PATH = re.compile(r"^(/[a-z]+)*(/?[a-z0-9]*)*$")
# ruleid: python.catastrophic-regex
HEADERS = re.compile(r"^(([^:]+:\s*)+)+$")
# ok: python.catastrophic-regex
LIST = re.compile(r"^\s*\w+(?:\s*,\s*\w+)*$")
# ok: python.catastrophic-regex
BLOCKS = re.compile(r"^(a(?:[0-9]b)+)+$")
# ok: python.catastrophic-regex
CALL = re.compile(r"^\(\w+\)+$")
