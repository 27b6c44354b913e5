FOLDER = "attachments"


def store(attachment):
    with open(f"{FOLDER}/{attachment.filename}", "wb") as out:
        out.write(attachment.body)
