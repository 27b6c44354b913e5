@app.post("/login")
def login():
    user = check(request.form["name"], request.form["password"])
    if user is None:
        return "no", 401
    # ruleid: python.session-renewal-removed
    session["user_id"] = user.id
    return redirect("/")


class SignIn(View):
    def post(self, request):
        member = find_member(request.POST["mail"], request.POST["code"])
        # ruleid: python.session-renewal-removed
        request.session["cart"] = []
        remember(request, member)
        return redirect("/home")


async def oauth_callback(request):
    caller = await provider.caller(request.query["code"])
    # ruleid: python.session-renewal-removed
    session = await aiohttp_session.get_session(request)
    session["caller"] = caller.id
    raise web.HTTPFound("/start")


@app.post("/sign-in")
def sign_in():
    user = check(request.form["name"], request.form["password"])
    app.session_interface.regenerate(session)
    # ok: python.session-renewal-removed
    session["user_id"] = user.id
    return redirect("/")


@app.post("/logout")
def logout():
    # ok: python.session-renewal-removed
    session["message"] = "Good bye"
    return redirect("/")


@app.post("/cart/empty")
def empty_cart():
    # ok: python.session-renewal-removed
    session["cart"] = []
    return redirect("/cart")


def register(request):
    account = accounts.create(request.POST["name"])
    # ok: python.session-renewal-removed
    request.session["account"] = account.id
    request.session.cycle_key()
    return redirect("/welcome")
