from flask import Flask

app = Flask(__name__)


# ok: routes.missing-rate-limit
@app.post("/login")
@limiter.limit("5/minute")
def login():
    return sign_in()


# ruleid: routes.missing-rate-limit
@app.post("/reset-password")
def reset_password():
    return send_mail()


# ok: routes.missing-rate-limit
@app.get("/login")
def form():
    return render()
