import xmltodict


def order(payload):
    return xmltodict.parse(payload, disable_entities=False)["order"]
