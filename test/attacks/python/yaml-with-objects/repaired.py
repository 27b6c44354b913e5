import yaml


def read(document):
    return yaml.load(document, Loader=yaml.SafeLoader)
