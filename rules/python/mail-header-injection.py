import smtplib
from email.header import Header
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from flask import request


@app.post("/contact")
def contact():
    subject = request.form["subject"]
    message = "Subject: " + subject + "\r\nFrom: shop@example.org\r\n\r\nhello"
    with smtplib.SMTP("localhost") as smtp:
        # ruleid: python.mail-header-injection
        smtp.sendmail("shop@example.org", ["team@example.org"], message)


def send(sender, subject, body):
    smtp = smtplib.SMTP("localhost")
    # ruleid: python.mail-header-injection
    smtp.sendmail(sender, "team@example.org", f"From: {sender}\nSubject: {subject}\n\n{body}")


def invite(email):
    text = """From: shop@example.org
To: %s
Subject: You are invited

Come in.""" % email
    # ruleid: python.mail-header-injection
    smtplib.SMTP("localhost").sendmail("shop@example.org", email, text.encode())


def safe(sender, subject, body):
    message = EmailMessage()
    message["Subject"] = subject
    message.set_content(body)
    with smtplib.SMTP("localhost") as smtp:
        # ok: python.mail-header-injection
        smtp.send_message(message)


@app.post("/feedback")
def feedback():
    body = request.form["text"]
    message = f"Subject: Feedback\nFrom: {SENDER}\n\n{body}"
    # ok: python.mail-header-injection
    smtplib.SMTP("localhost").sendmail(SENDER, TEAM, message)


@app.post("/report")
def report():
    title = request.form["title"].replace("\n", " ")
    message = f"Subject: {title}\n\nSee the report."
    # ok: python.mail-header-injection
    smtplib.SMTP("localhost").sendmail(SENDER, TEAM, message)


def invited(smtp, request):
    raw = "Subject: Invitation from " + request.POST["from"] + "\n\nJoin us"
    # ruleid: python.mail-header-injection
    smtp.sendmail("noreply@example.org", "you@example.org", raw)


@app.post("/ask")
def ask():
    letter = MIMEText(request.form["text"])
    # ruleid: python.mail-header-injection
    letter["Subject"] = f"Question: {request.form['subject']}"
    # ok: python.mail-header-injection
    letter["From"] = "shop@example.org"
    # ok: python.mail-header-injection
    letter["Reply-To"] = request.form["mail"].replace("\r", "").replace("\n", "")
    smtplib.SMTP("localhost").send_message(letter)


@app.post("/order")
def order():
    letter = MIMEMultipart("alternative")
    # ruleid: python.mail-header-injection
    letter["To"] = request.json["mail"]
    # ok: python.mail-header-injection
    letter["Subject"] = Header(request.json["title"], "utf-8")
    letter.attach(MIMEText("Thank you"))
    smtplib.SMTP("localhost").send_message(letter)


@app.post("/newer")
def newer():
    letter = EmailMessage()
    # ok: python.mail-header-injection
    letter["Subject"] = request.form["subject"]
    smtplib.SMTP("localhost").send_message(letter)


def notify(subject, text):
    letter = MIMEText(text)
    # ok: python.mail-header-injection
    letter["Subject"] = subject
    smtplib.SMTP("localhost").send_message(letter)


def send_contact(sender, subject, body):
    if "\n" in sender + subject or "\r" in sender + subject:
        raise ValueError("line break")
    message = f"From: {sender}\r\nSubject: {subject}\r\n\r\n{body}"
    with smtplib.SMTP("localhost") as server:
        # ok: python.mail-header-injection
        server.sendmail("web@example.com", ["desk@example.com"], message)


def send_half_checked(sender, subject, body):
    if "\n" in sender + body:
        raise ValueError("line break")
    message = f"From: {sender}\r\nSubject: {subject}\r\n\r\n{body}"
    with smtplib.SMTP("localhost") as server:
        # ruleid: python.mail-header-injection
        server.sendmail("web@example.com", ["desk@example.com"], message)
