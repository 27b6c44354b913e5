import os

FOLDER = "attachments"


def store(attachment):
    with open(os.path.join(FOLDER, os.path.basename(attachment.filename)), "wb") as out:
        out.write(attachment.body)
