from flask import request
from lxml import etree


@app.route("/user")
def user():
    name = request.args["name"]
    # ruleid: python.xpath-injection
    node = tree.xpath("//user[name='" + name + "']")
    # ruleid: python.xpath-injection
    mail = tree.xpath(f"//user[@id='{request.args['id']}']/email")
    # ruleid: python.xpath-injection
    parsed = etree.XPath("//order[%s]" % request.args["filter"])
    # ok: python.xpath-injection
    safe = tree.xpath("//user[name=$name]", name=name)
    # ok: python.xpath-injection
    first = tree.xpath(f"//user[{int(request.args['index'])}]")
    # ok: python.xpath-injection
    fixed = tree.findall("user/email")
    return [node, mail, parsed, safe, first, fixed]


class Report:
    def __init__(self, page: int):
        self.page = page


class CheckedReport(BaseModel):
    page: int


@app.get("/report")
def report():
    plain = Report(request.args["page"])
    # ruleid: python.xpath-injection
    tree.xpath("//page[@number=" + plain.page + "]")
    checked = CheckedReport(page=request.args["page"])
    # ok: python.xpath-injection
    return str(tree.xpath(f"//page[@number={checked.page}]"))


FORM = re.compile(r"^[a-z]+$")
LINES = re.compile(r"^[a-z]+$", re.MULTILINE)


@app.get("/part")
def part():
    name = request.args["name"]
    if not LINES.match(name):
        return "no"
    # ruleid: python.xpath-injection
    tree.xpath("//part[@name='" + name + "']")
    other = request.args["other"]
    if not FORM.match(other):
        return "no"
    # ok: python.xpath-injection
    return str(tree.xpath("//part[@name='" + other + "']"))


def salary(request, tree):
    # ruleid: python.xpath-injection
    return tree.find(f"./person[@id='{request.args['id']}']/salary").text


def position(request, text):
    # ok: python.xpath-injection
    return text.find(request.args["word"])
