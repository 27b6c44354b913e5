import os

from flask import Flask, abort, request
from werkzeug.utils import secure_filename

app = Flask(__name__)


@app.route("/upload", methods=["POST"])
def upload():
    file = request.files["file"]
    name = secure_filename(file.filename)
    if not name.endswith(".txt"):
        abort(400)
    file.save(os.path.join("uploads", name))
    return "saved"
