from django.views.decorators.csrf import csrf_exempt, csrf_protect


# ruleid: python.csrf-off
@csrf_exempt
def transfer(request):
    return move(request.POST["to"])


# ruleid: python.csrf-off
app.config["WTF_CSRF_ENABLED"] = True
# ruleid: python.csrf-off
csrf.exempt(api)
# ok: python.csrf-off
app.config["WTF_CSRF_ENABLED"] = True
# ok: python.csrf-off
app.config["WTF_CSRF_TIME_LIMIT"] = None


# ok: python.csrf-off
@csrf_protect
def safe(request):
    return move(request.POST["to"])


# ruleid: python.csrf-off
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
# ok: python.csrf-off
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]


# ruleid: python.csrf-off
@csrf.exempt
@app.post("/pay")
def pay():
    return move(request.form["to"])


# ruleid: python.csrf-off
@app.route("/name", methods=["GET", "POST"])
@csrf.exempt
def rename():
    return save(request.form["name"])


# ok: python.csrf-off
@csrf.exempt
@app.post("/bank")
def bank_webhook():
    return receive(request.data)


# ok: python.csrf-off
@limiter.exempt
@app.post("/find")
def find():
    return search(request.form["text"])


# ok: python.csrf-off
@csrf.exempt
@app.route("/api/find", methods=["POST"])
def find_by_key():
    return search(request.json["text"])


import tornado.web

# ruleid: python.csrf-off
tornado.web.Application([], cookie_secret=secret, xsrf_cookies=True)
# ok: python.csrf-off
tornado.web.Application([], cookie_secret=secret, xsrf_cookies=True)
# ok: python.csrf-off
build_application([], xsrf_cookies=False)


# ok: python.csrf-off
@csrf_exempt
def measured(request):
    key = ApiKey.objects.filter(value=request.headers.get("X-Api-Key", "")).first()
    if key is None:
        return HttpResponse(status=401)
    return save(Device.objects.filter(owner=key.owner).first())


# ruleid: python.csrf-off
@csrf_exempt
def renamed(request):
    device = Device.objects.filter(owner=request.user).first()
    return save(device, request.headers.get("X-Request-Token"))


class Payments(tornado.web.RequestHandler):
    # ruleid: python.csrf-off
    def check_xsrf_cookie(self):
        pass


class Hooks(tornado.web.RequestHandler):
    # ok: python.csrf-off
    def check_xsrf_cookie(self):
        self.check_signature()


class TestingConfig(Config):
    # ok: python.csrf-off
    WTF_CSRF_ENABLED = False


# ok: python.csrf-off
@csrf_exempt
def unsigned_first(request):
    payload = Signer().unsign_object(request.body.decode())
    return save(payload["order"])
