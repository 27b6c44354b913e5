from flask import request


def orders():
    # ruleid: python.user-id-from-request
    return Order.query.filter_by(user_id=request.args["user_id"])


def profile():
    # ruleid: python.user-id-from-request
    return User.query.get(request.args.get("user_id"))


def account(request):
    # ruleid: python.user-id-from-request
    return Account.objects.get(id=request.POST["account_id"])


def own_orders(current_user):
    # ok: python.user-id-from-request
    return Order.query.filter_by(user_id=current_user.id)


def product():
    # ok: python.user-id-from-request
    return Product.query.get(request.args["product_id"])


def by_name():
    # ok: python.user-id-from-request
    return User.query.filter_by(name=request.args["name"])


def change_address():
    data = request.get_json()
    # ruleid: python.user-id-from-request
    account = Account.query.get(data["account_id"])
    account.address = data["address"]
    db.session.commit()


def change_own_address():
    data = request.get_json()
    if data["account_id"] != session["account_id"]:
        abort(403)
    # ok: python.user-id-from-request
    account = Account.query.get(data["account_id"])
    account.address = data["address"]


def find_article():
    data = request.get_json()
    # ok: python.user-id-from-request
    return Article.query.get(data["article_id"]).title


@app.post("/sync")
@jwt_required()
def sync_account():
    data = request.get_json()
    # ok: python.user-id-from-request
    account = Account.query.get(data["account_id"])
    return {"count": account.count}


def shown_account():
    me = signed_in()
    data = request.get_json()
    # ok: python.user-id-from-request
    account = Account.query.get(data["account_id"])
    return account.name if account.owner == me else ""
