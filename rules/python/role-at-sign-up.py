from flask import Flask, request

app = Flask(__name__)


@app.post("/register")
def register():
    data = request.get_json()
    # ruleid: python.role-at-sign-up
    users[data["name"]] = {"name": data["name"], "role": data.get("role", "user")}
    return "", 201


@app.post("/users")
def sign_up():
    # ruleid: python.role-at-sign-up
    user = create_user(name=request.form["name"], is_admin=request.form.get("is_admin") == "true")
    return {"id": user.id}, 201


def signup_view(request):
    user = User(name=request.POST["name"])
    # ruleid: python.role-at-sign-up
    user.is_staff = request.POST.get("is_staff", False)
    user.save()


@app.post("/join")
def join_team():
    body = request.get_json()
    # ok: python.role-at-sign-up
    users.insert({"name": body["name"], "role": "user"})
    return "", 201


@app.post("/register/staff")
def register_choice():
    body = request.get_json()
    if body["role"] not in ("reader", "writer"):
        return "", 400
    # ok: python.role-at-sign-up
    users.insert({"name": body["name"], "role": body["role"]})
    return "", 201


@app.post("/accounts")
@admin_required
def register_member():
    body = request.get_json()
    # ok: python.role-at-sign-up
    users.insert({"name": body["name"], "role": body["role"]})
    return "", 201


@app.post("/roles")
def set_role():
    body = request.get_json()
    # ok: python.role-at-sign-up
    members.update({"name": body["name"], "role": body["role"]})
    return "", 204


@app.put("/users/me")
@login_required
def update_me():
    data = request.get_json()
    current_user.name = data.get("name", current_user.name)
    # ruleid: python.role-at-sign-up
    current_user.role = data.get("role", current_user.role)
    return "", 204


def profile(request):
    # ruleid: python.role-at-sign-up
    request.user.is_staff = request.POST.get("is_staff") == "on"
    request.user.save()


@app.put("/users/me/view")
@login_required
def update_view():
    data = request.get_json()
    # ok: python.role-at-sign-up
    current_user.theme = data.get("theme", current_user.theme)
    return "", 204


@app.post("/staff/leave")
@login_required
def leave():
    # ok: python.role-at-sign-up
    current_user.is_staff = False
    return "", 204


@app.put("/acting-as")
@login_required
def act_as():
    data = request.get_json()
    if current_user.is_admin:
        # ok: python.role-at-sign-up
        current_user.role = data["role"]
    return "", 204


@app.put("/me/role")
@roles_accepted("owner")
def own_role():
    # ok: python.role-at-sign-up
    current_user.role = request.form["role"]
    return "", 204


def switch_role(request):
    if not request.user.roles.filter(name=request.POST["role"]).exists():
        raise PermissionDenied
    # ok: python.role-at-sign-up
    request.user.role = request.POST["role"]
    request.user.save()


def first_steps(request):
    form = FirstSteps(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        # ok: python.role-at-sign-up
        request.user.profile.role = data["role"]
    return redirect("/")


class RoleView(APIView):
    permission_classes = [IsAdminUser]

    def post(self, request):
        # ok: python.role-at-sign-up
        self.request.user.role = request.data["role"]
        return Response()
