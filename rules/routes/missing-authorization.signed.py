import hashlib
import hmac

from flask import Blueprint, abort, request
from flask.views import MethodView
from flask_login import current_user, login_required

bp = Blueprint("orders", __name__)


def check(raw, given):
    wanted = hmac.new(SECRET, raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(wanted, given)


def known_kind(raw, given):
    return given == "order" and len(raw) > 0


# ok: routes.missing-authorization
@bp.get("/orders")
@login_required
def all_orders():
    return orders.of(current_user.id)


# ok: routes.missing-authorization
@bp.post("/orders")
@login_required
def add_order():
    return orders.add(current_user.id, request.json)


# ok: routes.missing-authorization
@bp.delete("/orders/<int:order_id>")
@login_required
def remove_order(order_id):
    return orders.remove(current_user.id, order_id)


# ok: routes.missing-authorization
@bp.post("/payments")
def payments():
    if not check(request.get_data(), request.headers["X-Signature"]):
        abort(401)
    return orders.paid(request.json)


# ruleid: routes.missing-authorization
@bp.post("/parcels")
def parcels():
    if not known_kind(request.get_data(), request.headers["X-Kind"]):
        abort(400)
    return orders.parcel(request.json)
