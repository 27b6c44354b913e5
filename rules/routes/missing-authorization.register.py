from fastapi import APIRouter, Depends

router = APIRouter()


# ok: routes.missing-authorization
@router.post("/users", status_code=201)
def sign_up(body: SignUp, db=Depends(get_session)):
    user = User(email=body.email, password=hash_password(body.password))
    db.add(user)
    db.commit()
    return {"id": user.id}


# ok: routes.missing-authorization
@router.get("/notes")
def find_notes(q: str, user=Depends(current_user), db=Depends(get_session)):
    return db.query(Note).filter_by(owner_id=user.id, title=q).all()


# ok: routes.missing-authorization
@router.post("/notes")
def add_note(body: NoteIn, user=Depends(current_user), db=Depends(get_session)):
    db.add(Note(owner_id=user.id, title=body.title))
    db.commit()
    return {}


# ok: routes.missing-authorization
@router.delete("/notes")
def clear_notes(user=Depends(current_user), db=Depends(get_session)):
    db.query(Note).filter_by(owner_id=user.id).delete()
    db.commit()
    return {}


# ruleid: routes.missing-authorization
@router.post("/users/{user_id}/note")
def write_note(user_id: int, body: NoteIn, db=Depends(get_session)):
    db.add(Note(owner_id=user_id, title=body.title))
    db.commit()
    return {}
