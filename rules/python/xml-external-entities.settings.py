from lxml import etree


def parser():
    options = {"resolve_entities": True, "no_network": True}
    # ruleid: python.xml-external-entities
    return etree.XMLParser(**options)


def parser_of_network():
    options = {"huge_tree": True, "no_network": False}
    # ruleid: python.xml-external-entities
    return etree.XMLParser(remove_comments=True, **options)


def parser_called():
    options = dict(resolve_entities=True)
    # ruleid: python.xml-external-entities
    return etree.XMLParser(**options)


def strict():
    options = {"resolve_entities": False, "no_network": True}
    # ok: python.xml-external-entities
    return etree.XMLParser(**options)
