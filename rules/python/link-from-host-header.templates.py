from django.core.mail import send_mail
from django.template.loader import render_to_string
from flask import render_template, request

from mailer import send

SITE = "https://www.example.org"


def forgot(user, token):
    link = f"https://{request.headers['Host']}/reset?token={token}"
    # ruleid: python.link-from-host-header
    send(user.email, render_template("reset.txt", link=link))


def forgot_django(request, user, token):
    link = f"https://{request.get_host()}/reset?token={token}"
    # ruleid: python.link-from-host-header
    send_mail("Reset", render_to_string("reset.txt", {"link": link}), None, [user.email])


def forgot_fixed(user, token):
    link = f"{SITE}/reset?token={token}"
    # ok: python.link-from-host-header
    send(user.email, render_template("reset.txt", link=link))


def page():
    # ok: python.link-from-host-header
    return render_template("about.html", host=request.host)
