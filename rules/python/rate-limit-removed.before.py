@app.post("/login")
@limiter.limit("5/minute")
def login():
    return sign_in(request.json["mail"], request.json["password"])

@ratelimit(key="ip", rate="5/m", block=True)
def reset(request):
    mail.send_reset(request.POST["mail"])
    return redirect("sent")

def check_code(phone, code):
    if attempts.count(phone) > 5:
        raise HTTPException(status_code=429)
    return codes.verify(phone, code)

@app.post("/token")
@limiter.limit("5/minute")
def token():
    return issue(request.json["code"])

@ratelimit(key="ip", rate="5/m", block=True)
def invite(request):
    mail.send_invite(request.POST["mail"])
    return redirect("sent")

class OtpView(APIView):
    throttle_classes = [AnonRateThrottle]

    def post(self, request):
        return Response(send_code(request.data["phone"]))
