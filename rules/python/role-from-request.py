def remove(user_id):
    # ruleid: python.role-from-request
    if request.json["is_admin"]:
        users.remove(user_id)
    return "", 204


def everyone():
    # ruleid: python.role-from-request
    if request.headers.get("X-User-Role") == "admin":
        return jsonify(users.all())
    abort(403)


def reports(request):
    # ruleid: python.role-from-request
    if request.COOKIES.get("role", "") == "admin":
        return render(request, "all.html")
    return render(request, "own.html")


def remove_post(post_id):
    # ok: python.role-from-request
    if current_user.is_admin:
        posts.remove(post_id)
    return "", 204


def set_role():
    # ok: python.role-from-request
    if not request.json.get("role"):
        abort(400)
    # ok: python.role-from-request
    if request.json["role"] not in ("reader", "writer"):
        abort(400)
    roles.set(current_user.id, request.json["role"])


def filter_by_state():
    # ok: python.role-from-request
    if request.args.get("state") == "open":
        return jsonify(orders.open())
    return jsonify(orders.all())


@app.delete("/posts/{post_id}")
def remove_post(post_id: int, x_role: str = Header("user"), user=Depends(current_user)):
    # ruleid: python.role-from-request
    if x_role != "admin":
        raise HTTPException(403)
    posts.delete(post_id)


@app.get("/people")
def people(role: str = Query(None), accept: str = Header("*/*")):
    # ok: python.role-from-request
    if role == "driver":
        return drivers()
    # ok: python.role-from-request
    if accept == "text/csv":
        return as_csv(everybody())
    return everybody()


@app.get("/reports")
def reports(is_admin: Annotated[str | None, Cookie()] = None):
    # ruleid: python.role-from-request
    if is_admin == "1":
        return all_reports()
    return own_reports()


class IsStaffHeader(BasePermission):
    def has_permission(self, request, view):
        # ruleid: python.role-from-request
        return request.headers.get("X-User-Role") == "staff"


class IsStaff(BasePermission):
    def has_permission(self, request, view):
        # ok: python.role-from-request
        return request.user.role == "staff"


def can_edit(request, document):
    # ok: python.role-from-request
    return request.headers.get("X-Version") == str(document.version)


class OnlyGuests(BasePermission):
    def has_permission(self, request, view):
        # ok: python.role-from-request
        return request.data.get("role") == "guest"


def can_assign(request):
    # ok: python.role-from-request
    return request.POST["role"] == "viewer"
