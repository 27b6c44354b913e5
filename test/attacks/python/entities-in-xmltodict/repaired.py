import xmltodict


def order(payload):
    return xmltodict.parse(payload)["order"]
