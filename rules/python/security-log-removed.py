@app.post("/login")
def login():
    user = accounts.check(request.form["name"], request.form["password"])
    if user is None:
        # ruleid: python.security-log-removed
        return "denied", 401
    session["user_id"] = user.id
    return redirect("/")


@app.delete("/users/<int:user_id>")
@admin_required
def delete_user(user_id):
    user = User.query.get_or_404(user_id)
    # ruleid: python.security-log-removed
    db.session.delete(user)
    db.session.commit()
    return "", 204


def grant(request, pk):
    member = get_object_or_404(Member, pk=pk)
    member.role = request.POST["role"]
    member.save(update_fields=["role"])
    # ruleid: python.security-log-removed
    return redirect("members")


async def reset_password(account, password, db):
    account.password_hash = hasher.hash(password)
    # ruleid: python.security-log-removed
    await db.commit()
    return account


class TransferView(APIView):
    def post(self, request):
        if not request.user.has_perm("bank.transfer"):
            # ruleid: python.security-log-removed
            return Response(status=403)
        bank.transfer(request.data)
        return Response({"ok": True})


@app.post("/sign-in")
def sign_in():
    user = accounts.check(request.form["name"], request.form["password"])
    if user is None:
        # ok: python.security-log-removed
        audit.warning("failed login", extra={"name": request.form["name"]})
        return "denied", 401
    session["user_id"] = user.id
    return redirect("/")


@app.delete("/teams/<int:team_id>")
def delete_team(team_id):
    # ok: python.security-log-removed
    team = teams.remove(team_id, by=current_user)
    return "", 204


@app.post("/orders")
def create_order():
    order = Order(item=request.json["item"])
    # ok: python.security-log-removed
    db.session.add(order)
    db.session.commit()
    return order.to_dict(), 201


def disable(account):
    account.active = False
    # ok: python.security-log-removed
    record_security_event(account, "disabled")
    account.save()


@audited("purge")
# ok: python.security-log-removed
def purge(account):
    account.delete()
