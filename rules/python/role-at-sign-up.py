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
