from lxml import etree


def title(xml_data):
    return etree.fromstring(xml_data).findtext("title")
