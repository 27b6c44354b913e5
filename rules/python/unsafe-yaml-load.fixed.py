import yaml

# ruleid: python.unsafe-yaml-load
a = yaml.safe_load(text)
# ruleid: python.unsafe-yaml-load
b = yaml.safe_load(open("config.yml"))
# ruleid: python.unsafe-yaml-load
c = yaml.safe_load(text)
# ruleid: python.unsafe-yaml-load
d = yaml.safe_load(text)
# ok: python.unsafe-yaml-load
e = yaml.safe_load(text)
# ok: python.unsafe-yaml-load
f = yaml.load(text, Loader=yaml.SafeLoader)
# ok: python.unsafe-yaml-load
g = yaml.load(text, Loader=yaml.CSafeLoader)


# ruleid: python.unsafe-yaml-load
loader = ruamel.yaml.YAML(typ="unsafe")
# ok: python.unsafe-yaml-load
safe_loader = ruamel.yaml.YAML(typ="safe")
