import mako.template
from mako.lookup import TemplateLookup
from mako.template import Template

# ruleid: python.autoescape-off
pages = TemplateLookup(directories=["templates"])
# ok: python.autoescape-off
migration = Template(filename="templates/migration.py.mako")
# ok: python.autoescape-off
escaped = TemplateLookup(directories=["templates"], default_filters=["h"])
# ok: python.autoescape-off
sql_templates = TemplateLookup(directories=["sql"])
# ok: python.autoescape-off
greeting = mako.template.Template("Hello")
