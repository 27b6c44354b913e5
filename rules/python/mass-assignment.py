from django import forms
from flask import request


@app.post("/users")
def create():
    # ruleid: python.mass-assignment
    user = User(**request.json)
    # ok: python.mass-assignment
    safe = User(name=request.json["name"], email=request.json["email"])
    return [user, safe]


@app.put("/users/<int:pk>")
def update(pk):
    user = User.query.get(pk)
    for key, value in request.json.items():
        # ruleid: python.mass-assignment
        setattr(user, key, value)
    for key, value in request.json.items():
        if key in ALLOWED:
            # ok: python.mass-assignment
            setattr(user, key, value)
    data = request.get_json()
    # ok: python.mass-assignment
    checked = UserSchema(**data)
    return checked


class UserForm(forms.ModelForm):
    class Meta:
        model = User
        # ruleid: python.mass-assignment
        fields = "__all__"


class ProfileForm(forms.ModelForm):
    class Meta:
        model = User
        # ok: python.mass-assignment
        fields = ["name", "email"]


def view(request):
    # ok: python.mass-assignment
    return Query(**dict(page=1))


def register(request):
    data = json.loads(request.body)
    # ruleid: python.mass-assignment
    return Account.objects.create(**data)


@app.patch("/me")
def patch_me():
    user = current()
    body = request.get_json()
    for field in body:
        # ruleid: python.mass-assignment
        setattr(user, field, body[field])
    # ruleid: python.mass-assignment
    user.__dict__.update(body)


@app.post("/account")
def account():
    data = request.get_json()
    fields = {"name": data["name"], "mail": data["mail"]}
    # ok: python.mass-assignment
    made = Account(**fields)
    kept = {key: value for key, value in data.items() if key in EDITABLE}
    # ok: python.mass-assignment
    Account.objects.create(**kept)
    for key in EDITABLE:
        if key in data:
            # ok: python.mass-assignment
            setattr(made, key, data[key])
    # ok: python.mass-assignment
    return Account.objects.create(**AccountForm(data).cleaned_data)


def changed(connection, member):
    values = request.get_json()
    # ruleid: python.mass-assignment
    connection.execute(sqlalchemy.update(Member).where(Member.id == member).values(**values))


@router.post("/members")
def add_member(data: dict = Body(...)):
    # ruleid: python.mass-assignment
    return Member(**data)


@router.put("/members/{pk}")
async def change_member(pk: int, data: dict[str, Any]):
    # ruleid: python.mass-assignment
    await Member.filter(id=pk).update(**data)


@router.post("/teams")
def add_team(data: Annotated[dict, Body()]):
    # ruleid: python.mass-assignment
    return Team(**data)


@router.post("/places")
def add_place(data: dict = Body(...)):
    # ok: python.mass-assignment
    return Place(name=data["name"], town=data.get("town"))


@router.post("/rooms")
def add_room(data: dict, owner: dict = Depends(current_owner)):
    # ok: python.mass-assignment
    checked = RoomSchema(**data)
    # ok: python.mass-assignment
    return Room(**{"name": checked.name}, **owner)


def sign_up(request):
    form = SignUp(request.POST)
    if not form.is_valid():
        return form.errors
    # ok: python.mass-assignment
    return User.objects.create(**form.cleaned_data)


@app.post("/profiles")
def add_profile():
    data = dict(request.form)
    # ruleid: python.mass-assignment
    profile = Profile(owner_id=current_user.id, **data)
    # ok: python.mass-assignment
    plain = Profile(owner_id=current_user.id, bio=data["bio"])
    # ruleid: python.mass-assignment
    stored = Profile.objects.create(owner=current_user, **data)
    return profile, plain, stored


def keep_document(request):
    body = request.get_json()
    # ruleid: python.mass-assignment
    users.update_one({"_id": body["id"]}, {"$set": body})


def keep_nick(request):
    body = request.get_json()
    # ok: python.mass-assignment
    users.update_one({"_id": body["id"]}, {"$set": {"nick": body["nick"]}})


class LooseUpdate(BaseModel):
    model_config = ConfigDict(extra="allow")
    nick: str | None = None


class StrictUpdate(BaseModel):
    model_config = ConfigDict(extra="forbid")
    nick: str | None = None


def keep_loose(user, payload: LooseUpdate):
    for key, value in payload.model_dump().items():
        # ruleid: python.mass-assignment
        setattr(user, key, value)


def keep_strict(user, payload: StrictUpdate):
    for key, value in payload.model_dump().items():
        # ok: python.mass-assignment
        setattr(user, key, value)


@app.post("/fields")
def fields():
    # ruleid: python.mass-assignment
    db.users.update_one({"_id": current_user.id}, {"$set": request.json["fields"]})
    # ok: python.mass-assignment
    db.users.update_one({"_id": current_user.id}, {"$set": {"name": request.json["name"]}})
