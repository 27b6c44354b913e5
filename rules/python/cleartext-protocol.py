import ftplib
import imaplib
import smtplib
import telnetlib

# ruleid: python.cleartext-protocol
ftp = ftplib.FTP("ftp.example.com", "user", password)
# ruleid: python.cleartext-protocol
shell = telnetlib.Telnet("switch.example.com")


def send(message, user, password):
    server = smtplib.SMTP("mail.example.com", 25)
    # ruleid: python.cleartext-protocol
    server.login(user, password)
    server.send_message(message)


def read(user, password):
    box = imaplib.IMAP4("mail.example.com")
    # ruleid: python.cleartext-protocol
    box.login(user, password)


def send_encrypted(message, user, password):
    server = smtplib.SMTP("mail.example.com", 587)
    server.starttls()
    # ok: python.cleartext-protocol
    server.login(user, password)
    server.send_message(message)


def send_tls(user, password):
    with smtplib.SMTP_SSL("mail.example.com") as server:
        # ok: python.cleartext-protocol
        server.login(user, password)


# ok: python.cleartext-protocol
secure = ftplib.FTP_TLS("ftp.example.com")
# ok: python.cleartext-protocol
relay = smtplib.SMTP("localhost")


# ruleid: python.cleartext-protocol
store = pymongo.MongoClient("db.example.org", username="app", password=key, tls=False)
# ok: python.cleartext-protocol
sure_store = pymongo.MongoClient("db.example.org", username="app", password=key, tls=True)


def serve_calls(server, grpc):
    # ruleid: python.cleartext-protocol
    server.add_insecure_port("0.0.0.0:50051")
    # ok: python.cleartext-protocol
    server.add_insecure_port("localhost:50051")
    # ok: python.cleartext-protocol
    server.add_insecure_port("unix:/run/app.sock")
    # ok: python.cleartext-protocol
    server.add_secure_port("0.0.0.0:50051", credentials)
