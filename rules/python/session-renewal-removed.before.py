@app.post("/login")
def login():
    user = check(request.form["name"], request.form["password"])
    if user is None:
        return "no", 401
    session.clear()
    session["user_id"] = user.id
    return redirect("/")


class SignIn(View):
    def post(self, request):
        member = find_member(request.POST["mail"], request.POST["code"])
        request.session.flush()
        request.session["cart"] = []
        remember(request, member)
        return redirect("/home")


async def oauth_callback(request):
    caller = await provider.caller(request.query["code"])
    session = await aiohttp_session.new_session(request)
    session["caller"] = caller.id
    raise web.HTTPFound("/start")


@app.post("/sign-in")
def sign_in():
    user = check(request.form["name"], request.form["password"])
    session.clear()
    session["user_id"] = user.id
    return redirect("/")


@app.post("/logout")
def logout():
    session.clear()
    session["message"] = "Good bye"
    return redirect("/")


@app.post("/cart/empty")
def empty_cart():
    session.clear()
    session["cart"] = []
    return redirect("/cart")


def register(request):
    account = accounts.create(request.POST["name"])
    request.session.clear()
    request.session["account"] = account.id
    return redirect("/welcome")
