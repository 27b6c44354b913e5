import imaplib
import poplib
import smtplib
import ssl


def send(host, user, password, message):
    with smtplib.SMTP(host, 587) as server:
        # ruleid: python.mail-server-unverified
        server.starttls()
        server.login(user, password)
        server.send_message(message)


def send_later(user, password, message):
    server = smtplib.SMTP("mail.example.com", 587, timeout=10)
    server.ehlo()
    # ruleid: python.mail-server-unverified
    server.starttls()
    server.ehlo()
    server.login(user, password)
    server.send_message(message)
    server.quit()


def send_at_once(host, user, password, message):
    # ruleid: python.mail-server-unverified
    with smtplib.SMTP_SSL(host, 465) as server:
        server.login(user, password)
        server.send_message(message)


def read(host, user, password):
    # ruleid: python.mail-server-unverified
    box = imaplib.IMAP4_SSL(host)
    box.login(user, password)
    return box.select("INBOX")


def fetch(host, user, password):
    # ruleid: python.mail-server-unverified
    box = poplib.POP3_SSL(host, timeout=5)
    box.user(user)
    box.pass_(password)
    return box.list()


def send_checked(host, user, password, message):
    with smtplib.SMTP(host, 587) as server:
        # ok: python.mail-server-unverified
        server.starttls(context=ssl.create_default_context())
        server.login(user, password)
        server.send_message(message)


def send_at_once_checked(host, user, password, message, context):
    # ok: python.mail-server-unverified
    with smtplib.SMTP_SSL(host, 465, context=context) as server:
        server.login(user, password)
        server.send_message(message)


def read_checked(host, user, password):
    # ok: python.mail-server-unverified
    box = imaplib.IMAP4_SSL(host, ssl_context=ssl.create_default_context())
    box.login(user, password)
    return box


def send_without_password(host, message):
    with smtplib.SMTP(host) as server:
        # ok: python.mail-server-unverified
        server.starttls()
        server.send_message(message)


def send_by_own_relay(user, password, message):
    with smtplib.SMTP("localhost", 587) as server:
        # ok: python.mail-server-unverified
        server.starttls()
        server.login(user, password)
        server.send_message(message)


def read_by_position(host, user, password, context):
    # ok: python.mail-server-unverified
    box = imaplib.IMAP4_SSL(host, 993, None, None, context)
    box.login(user, password)
    return box
