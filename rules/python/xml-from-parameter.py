from xml.sax.saxutils import escape


def order_xml(customer: str, amount: str) -> str:
    # ruleid: python.xml-from-parameter
    return "<order><customer>%s</customer><amount>%s</amount></order>" % (customer, amount)


def soap_body(name):
    # ruleid: python.xml-from-parameter
    return f"<m:GetUser><m:Name>{name}</m:Name></m:GetUser>"


def answer(name):
    # ruleid: python.xml-from-parameter
    return '<?xml version="1.0"?><user>' + name + "</user>"


def escaped_xml(customer: str) -> str:
    # ok: python.xml-from-parameter
    return "<order><customer>%s</customer></order>" % escape(customer)


def counted_xml(number) -> str:
    # ok: python.xml-from-parameter
    return f"<count>{int(number)}</count>"


def placeholder(name):
    # ok: python.xml-from-parameter
    return f"<{name}>"


def marker(name):
    # ok: python.xml-from-parameter
    return "<unknown " + name + ">"
