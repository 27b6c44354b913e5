@app.post("/login")
# ruleid: python.rate-limit-removed
def login():
    return sign_in(request.json["mail"], request.json["password"])

# ruleid: python.rate-limit-removed
def reset(request):
    mail.send_reset(request.POST["mail"])
    return redirect("sent")

def check_code(phone, code):
    # ruleid: python.rate-limit-removed
    return codes.verify(phone, code)

@app.post("/token")
@limiter.limit("10/minute")
# ok: python.rate-limit-removed
def token():
    return issue(request.json["code"])

@throttle(calls=5)
# ok: python.rate-limit-removed
def invite(request):
    mail.send_invite(request.POST["mail"])
    return redirect("sent")

class OtpView(APIView):
    throttle_classes = [CodeThrottle]

    # ok: python.rate-limit-removed
    def post(self, request):
        return Response(send_code(request.data["phone"]))
