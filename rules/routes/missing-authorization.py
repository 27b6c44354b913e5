from flask import Blueprint, Flask, request
from flask_login import current_user, login_required

app = Flask(__name__)
reports = Blueprint("reports", __name__, url_prefix="/reports")


# ok: routes.missing-authorization
@app.route("/orders")
@login_required
def list_orders():
    return orders.all()


# ok: routes.missing-authorization
@app.route("/orders/<int:order_id>")
@login_required
def one_order(order_id):
    return orders.get(order_id)


# ruleid: routes.missing-authorization
@app.route("/orders/<int:order_id>", methods=["DELETE"])
def remove_order(order_id):
    return orders.remove(order_id)


# ok: routes.missing-authorization
@app.post("/orders")
def create_order():
    if not current_user.is_active:
        abort(401)
    return orders.create(request.json)


# ruleid: routes.missing-authorization
@app.get("/export")
def export():
    return orders.export()


# ok: routes.missing-authorization
@app.get("/healthz")
def healthz():
    return "ok"


@reports.before_request
def check():
    if not current_user.is_authenticated:
        abort(401)


# ok: routes.missing-authorization
@reports.get("/<int:report_id>")
def report(report_id):
    return render(report_id)


api = APIRouter(prefix="/parts")


# ok: routes.missing-authorization
@api.get("/")
def list_parts(admin=Depends(current_admin)):
    return parts.all()


# ok: routes.missing-authorization
@api.post("/")
def add_part(part: Part, owner: Annotated[Person, Depends(current_owner)]):
    return parts.add(part)


# ok: routes.missing-authorization
@api.put("/{part_id}")
def change_part(part_id: int, part: Part, _=Depends(current_active_superuser)):
    return parts.change(part_id, part)


# ruleid: routes.missing-authorization
@api.post("/{part_id}/role")
def share_part(part_id: int, role: Role, db=Depends(get_db)):
    return db.share(part_id, role=role)
