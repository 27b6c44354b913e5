from flask import Flask, render_template_string, request

app = Flask(__name__)
app.config.from_prefixed_env()


@app.route("/")
def hello():
    return render_template_string("Hello {{ name }}", name=request.args["name"])
