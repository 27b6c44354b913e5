from lxml import etree


def find_user(tree, name):
    # ruleid: python.xpath-from-parameter
    return tree.xpath("//user[name='" + name + "']")


def check(tree, name, password):
    query = f"//user[name='{name}' and password='{password}']"
    # ruleid: python.xpath-from-parameter
    return tree.xpath(query)


def find_order(root, number):
    # ruleid: python.xpath-from-parameter
    return root.findall("./order[@number='%s']" % number)


def with_variable(tree, name):
    # ok: python.xpath-from-parameter
    return tree.xpath("//user[name=$name]", name=name)


def by_position(tree, position):
    # ok: python.xpath-from-parameter
    return tree.xpath(f"//user[{int(position)}]")


def text_search(text, word):
    # ok: python.xpath-from-parameter
    return text.find(word)


def known(document, user, password):
    path = f".//user[name='{user}'][password='{password}']"
    # ruleid: python.xpath-from-parameter
    return document.find(path) is not None


def known_by_text(document, user):
    path = ".//user[@active='yes']"
    # ok: python.xpath-from-parameter
    return [node for node in document.findall(path) if node.text == user]


def position(text, word):
    part = f"/{word}["
    # ok: python.xpath-from-parameter
    return text.find(part)


def search(products, term):
    query = {"name": {"$regex": term}}
    # ok: python.xpath-from-parameter
    return list(products.find(query))


def position(text, expression):
    # ok: python.xpath-from-parameter
    return text.find(expression)
