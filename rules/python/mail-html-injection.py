from email.message import EmailMessage
from email.mime.text import MIMEText
from html import escape

from django.core.mail import EmailMultiAlternatives, send_mail
from django.template.loader import render_to_string
from flask import Flask, request
from flask_mail import Message

app = Flask(__name__)


@app.post("/invite")
def invite():
    name = request.form["name"]
    body = f"<p>{name} has invited you.</p>"
    # ruleid: python.mail-html-injection
    message = MIMEText(body, "html")
    # ok: python.mail-html-injection
    escaped = MIMEText(f"<p>{escape(name)} has invited you.</p>", "html")
    # ok: python.mail-html-injection
    plain = MIMEText(body, "plain")
    return send(message, escaped, plain)


@app.post("/contact")
def contact():
    mail = EmailMessage()
    # ok: python.mail-html-injection
    mail.set_content(request.form["text"])
    # ruleid: python.mail-html-injection
    mail.add_alternative("<p>" + request.form["text"] + "</p>", subtype="html")
    return send(mail)


@app.post("/note")
def note():
    # ruleid: python.mail-html-injection
    first = Message("Note", recipients=["team@example.org"], html="<b>%s</b>" % request.form["note"])
    # ok: python.mail-html-injection
    second = Message("Note", recipients=["team@example.org"], body=request.form["note"])
    return send(first, second)


def order(request):
    text = request.POST["text"]
    # ruleid: python.mail-html-injection
    send_mail("Order", text, "shop@example.org", ["office@example.org"], html_message=f"<p>{text}</p>")
    mail = EmailMultiAlternatives("Order", text, "shop@example.org", ["office@example.org"])
    # ok: python.mail-html-injection
    mail.attach_alternative(render_to_string("mail.html", {"text": text}), "text/html")
    # ruleid: python.mail-html-injection
    mail.attach_alternative(f"<p>{text}</p>", "text/html")
    mail.send()
