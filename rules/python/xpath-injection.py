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
