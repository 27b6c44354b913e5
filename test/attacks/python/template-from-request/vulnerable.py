from flask import Flask, render_template_string, request

app = Flask(__name__)
app.secret_key = "k3y-of-this-process"


@app.route("/")
def hello():
    return render_template_string("Hello " + request.args["name"])
