from flask import render_template_string
from jinja2 import Environment, Template
from jinja2.sandbox import SandboxedEnvironment


def greet(name):
    # ruleid: python.template-from-parameter
    return render_template_string("<h1>Hello %s</h1>" % name)


def mail(subject, body):
    text = f"Subject: {subject}\n\n{body}"
    # ruleid: python.template-from-parameter
    return Template(text).render()


def page(content):
    # ruleid: python.template-from-parameter
    return Environment(autoescape=True).from_string(content).render()


def safe(name):
    # ok: python.template-from-parameter
    return render_template_string("<h1>Hello {{ name }}</h1>", name=name)


def counted(count):
    # ok: python.template-from-parameter
    return Template("Items: " + str(int(count))).render()


def boxed(content):
    # ok: python.template-from-parameter
    return SandboxedEnvironment(autoescape=True).from_string(content).render()


def render_mail(template_text: str, context: dict) -> str:
    env = Environment(autoescape=True)
    # ruleid: python.template-from-parameter
    return env.from_string(template_text).render(**context)


def render_mail_apart(template_text: str, context: dict) -> str:
    env = SandboxedEnvironment(autoescape=True)
    # ok: python.template-from-parameter
    return env.from_string(template_text).render(**context)


def render_name(name: str) -> str:
    env = Environment(autoescape=True)
    # ok: python.template-from-parameter
    return env.from_string("Hello {{ name }}").render(name=name)
