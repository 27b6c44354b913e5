from jinja2 import Environment, FileSystemLoader, select_autoescape

# ok: python.autoescape-off
text_env = Environment(loader=FileSystemLoader("letters"), autoescape=False)
# ok: python.autoescape-off
LATEX_TEMPLATES = Environment(loader=FileSystemLoader("papers"), block_start_string="((*")
# ruleid: python.autoescape-off
pages = Environment(loader=FileSystemLoader("pages"))
# ok: python.autoescape-off
escaped = Environment(loader=FileSystemLoader("pages"), autoescape=select_autoescape())


class Renderer:
    def __init__(self):
        # ok: python.autoescape-off
        self.config_env = Environment(loader=FileSystemLoader("conf"))
        # ruleid: python.autoescape-off
        self.mail_env = Environment(loader=FileSystemLoader("mail"))
