def login_view(request):
    member = Member.objects.get(name=request.POST["name"])
    if member.check_password(request.POST["password"]):
        # ruleid: python.session-not-renewed
        request.session["member_id"] = member.id
        return redirect("home")
    return render(request, "login.html")


def sign_in(request):
    user = check(request.POST)
    # ruleid: python.session-not-renewed
    request.session["user"] = user.name
    return redirect("home")


def oauth_callback(request):
    account = exchange(request.GET["code"])
    # ruleid: python.session-not-renewed
    request.session["account_id"] = account.id
    return redirect("home")


def renewed_login(request):
    user = check(request.POST)
    request.session.cycle_key()
    # ok: python.session-not-renewed
    request.session["user_id"] = user.id
    return redirect("home")


def django_login(request):
    user = authenticate(request, **request.POST)
    login(request, user)
    # ok: python.session-not-renewed
    request.session["user_id"] = user.id
    return redirect("home")


def choose_theme(request):
    # ok: python.session-not-renewed
    request.session["theme"] = request.POST["theme"]
    return redirect("home")


def sign_in_failed(request):
    # ok: python.session-not-renewed
    request.session["user"] = None
    return redirect("login")
