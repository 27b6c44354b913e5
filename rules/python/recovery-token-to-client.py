from django.http import JsonResponse
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.post("/forgot")
def forgot():
    token = start_recovery(request.json["email"])
    # ruleid: python.recovery-token-to-client
    return jsonify(reset_token=token)


@app.post("/forgot/link")
def forgot_link():
    token = start_recovery(request.json["email"])
    # ruleid: python.recovery-token-to-client
    return jsonify({"message": "sent", "reset_link": f"https://example.com/reset/{token}"}), 200


@app.post("/code")
async def send_code(phone: str):
    code = make_code(phone)
    # ruleid: python.recovery-token-to-client
    return {"status": "sent", "otp": code}


def recover(request):
    token = start_recovery(request.POST["email"])
    # ruleid: python.recovery-token-to-client
    return JsonResponse({"recoveryToken": token})


@app.post("/forgot/well")
def forgot_well():
    token = start_recovery(request.json["email"])
    send_mail(request.json["email"], token)
    # ok: python.recovery-token-to-client
    return jsonify(message="sent")


@app.get("/account")
def account():
    # ok: python.recovery-token-to-client
    return jsonify(otp=bool(current_account().otp_secret))


@app.get("/form")
def form():
    # ok: python.recovery-token-to-client
    return jsonify(reset_token=None)


def start_recovery(email):
    token = make_token(email)
    # ok: python.recovery-token-to-client
    return {"reset_token": token}
