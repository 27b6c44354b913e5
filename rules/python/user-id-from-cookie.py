from typing import Annotated

from django.shortcuts import get_object_or_404, render
from fastapi import Cookie, FastAPI
from flask import Flask, jsonify, request, session
from itsdangerous import URLSafeSerializer

app = Flask(__name__)
api = FastAPI()
serializer = URLSafeSerializer("key")


@app.route("/me")
def me():
    user_id = request.cookies.get("user_id")
    # ruleid: python.user-id-from-cookie
    return jsonify(User.query.get(user_id).to_dict())


@app.route("/orders")
def orders():
    # ruleid: python.user-id-from-cookie
    rows = Order.query.filter_by(user_id=int(request.cookies["uid"])).all()
    return jsonify([row.to_dict() for row in rows])


@app.route("/profile")
def profile():
    user_id = request.cookies.get("user_id")
    if not user_id:
        return "", 401
    # ruleid: python.user-id-from-cookie
    row = db.execute("SELECT * FROM users WHERE id = ?", (user_id,)).fetchone()
    return jsonify(dict(row))


def account(request):
    # ruleid: python.user-id-from-cookie
    owner = get_object_or_404(Account, pk=request.COOKIES["account_id"])
    return render(request, "account.html", {"owner": owner})


def bills(request):
    customer = request.COOKIES.get("customer_id")
    # ruleid: python.user-id-from-cookie
    return render(request, "bills.html", {"bills": Bill.objects.filter(customer_id=int(customer))})


@api.get("/mails")
async def mails(user_id: Annotated[str, Cookie()]):
    # ruleid: python.user-id-from-cookie
    return db.session.get(Mailbox, user_id)


@app.route("/signed")
def signed():
    user_id = serializer.loads(request.cookies["user_id"])
    # ok: python.user-id-from-cookie
    return jsonify(User.query.get(user_id).to_dict())


def signed_view(request):
    user_id = request.get_signed_cookie("user_id")
    # ok: python.user-id-from-cookie
    return render(request, "account.html", {"user": User.objects.get(pk=user_id)})


@app.route("/session")
def of_session():
    # ok: python.user-id-from-cookie
    return jsonify(User.query.get(session["user_id"]).to_dict())


@app.route("/remembered")
def remembered():
    user_id, token = request.cookies["user_id"], request.cookies["remember_token"]
    # ok: python.user-id-from-cookie
    user = User.query.get(user_id)
    if user is None or not user.has_token(token):
        return "", 401
    return jsonify(user.to_dict())


@app.route("/theme")
def theme():
    # ok: python.user-id-from-cookie
    return jsonify(Theme.query.filter_by(name=request.cookies.get("theme")).first().to_dict())


@app.route("/cart")
def cart():
    # ok: python.user-id-from-cookie
    return jsonify(Cart.query.get(request.cookies["cart_id"]).to_dict())


@app.route("/checked")
def checked():
    user_id, sig = request.cookies["user_id"], request.cookies["sig"]
    if not is_valid(user_id, sig):
        return "", 401
    # ok: python.user-id-from-cookie
    return jsonify(User.query.get(user_id).to_dict())


@app.route("/counted")
def counted():
    # ok: python.user-id-from-cookie
    visitor = Visitor.query.filter_by(uid=request.cookies.get("uid")).first()
    return str(visitor.visits)


@app.route("/sign-in")
def sign_in_page():
    # ok: python.user-id-from-cookie
    known = User.query.filter_by(username=request.cookies.get("username")).first()
    return render_template("sign_in.html", known=known)


@app.route("/unsealed")
def unsealed():
    # ok: python.user-id-from-cookie
    return jsonify(User.query.get(unseal(request.cookies["user_id"])).to_dict())
