@app.post("/login")
def login():
    user = accounts.check(request.form["name"], request.form["password"])
    if user is None:
        logger.warning("failed login for %r from %s", request.form["name"], request.remote_addr)
        return "denied", 401
    session["user_id"] = user.id
    return redirect("/")


@app.delete("/users/<int:user_id>")
@admin_required
def delete_user(user_id):
    user = User.query.get_or_404(user_id)
    audit.record("user.deleted", actor=current_user.id, target=user_id)
    db.session.delete(user)
    db.session.commit()
    return "", 204


def grant(request, pk):
    member = get_object_or_404(Member, pk=pk)
    member.role = request.POST["role"]
    member.save(update_fields=["role"])
    AuditLog.objects.create(actor=request.user, action="role", target=member)
    return redirect("members")


async def reset_password(account, password, db):
    account.password_hash = hasher.hash(password)
    db.add(AuditEvent(kind="password", account_id=account.id))
    await db.commit()
    return account


class TransferView(APIView):
    def post(self, request):
        if not request.user.has_perm("bank.transfer"):
            self.logger.error(f"access denied for {request.user.pk}")
            return Response(status=403)
        bank.transfer(request.data)
        return Response({"ok": True})


@app.post("/sign-in")
def sign_in():
    user = accounts.check(request.form["name"], request.form["password"])
    if user is None:
        logger.warning("failed login for %r", request.form["name"])
        return "denied", 401
    session["user_id"] = user.id
    return redirect("/")


@app.delete("/teams/<int:team_id>")
def delete_team(team_id):
    team = Team.query.get_or_404(team_id)
    audit.record("team.deleted", actor=current_user.id, target=team_id)
    db.session.delete(team)
    db.session.commit()
    return "", 204


@app.post("/orders")
def create_order():
    order = Order(item=request.json["item"])
    logger.info("order created with token bucket %s", order.bucket)
    logger.info("order %s created", order.id)
    db.session.add(order)
    db.session.commit()
    return order.to_dict(), 201


def disable(account):
    account.active = False
    log_security_event("disabled", account.id)
    account.save()


def purge(account):
    audit_log("purge", account.id)
    account.delete()
