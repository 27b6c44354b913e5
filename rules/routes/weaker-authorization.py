from fastapi import APIRouter, Depends
from flask import Blueprint

api = APIRouter(prefix="/tariffs")


# ok: routes.weaker-authorization
@api.get("/")
def list_tariffs(admin: User = Depends(current_admin)):
    return tariffs.all()


# ok: routes.weaker-authorization
@api.get("/{tariff_id}")
def one_tariff(tariff_id: int, admin: User = Depends(current_admin)):
    return tariffs.get(tariff_id)


# ok: routes.weaker-authorization
@api.post("/")
def add_tariff(body: Tariff, admin: User = Depends(current_admin)):
    return tariffs.add(body)


# ruleid: routes.weaker-authorization
@api.put("/{tariff_id}")
def change_tariff(tariff_id: int, body: Tariff, user: User = Depends(current_user)):
    return tariffs.change(tariff_id, body)


# The one who calls is asked about in the body, so it may be theirs.
choices = APIRouter(prefix="/choices", dependencies=[Depends(current_user)])


# ok: routes.weaker-authorization
@choices.get("/", dependencies=[Depends(require_admin)])
def all_choices():
    return tariffs.chosen()


# ok: routes.weaker-authorization
@choices.delete("/{choice_id}", dependencies=[Depends(require_admin)])
def drop_choice(choice_id: int):
    return tariffs.drop(choice_id)


# ok: routes.weaker-authorization
@choices.patch("/{choice_id}", dependencies=[Depends(require_admin)])
def mend_choice(choice_id: int):
    return tariffs.mend(choice_id)


# ok: routes.weaker-authorization
@choices.post("/")
def choose_tariff(body: Choice, user: User = Depends(current_user)):
    return tariffs.choose(user.id, body)


bp = Blueprint("staff", __name__, url_prefix="/staff")


# ok: routes.weaker-authorization
@bp.route("/rooms")
@admin_required
def rooms():
    return all_rooms()


# ok: routes.weaker-authorization
@bp.route("/rooms", methods=["POST"])
@admin_required
def add_room():
    return new_room(request.json)


# ok: routes.weaker-authorization
@bp.route("/rooms/<int:room_id>", methods=["PUT"])
@admin_required
def change_room(room_id):
    return set_room(room_id, request.json)


# ruleid: routes.weaker-authorization
@bp.route("/rooms/<int:room_id>", methods=["DELETE"])
@login_required
def remove_room(room_id):
    return drop_room(room_id)


# ok: routes.weaker-authorization
@bp.route("/rooms/mine")
@login_required
def my_rooms():
    return rooms_of(current_user.id)


# ok: routes.weaker-authorization
@bp.route("/login", methods=["POST"])
def login():
    return sign_in(request.json)
