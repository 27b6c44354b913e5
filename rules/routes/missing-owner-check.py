from fastapi import APIRouter, Depends

router = APIRouter(prefix="/notes")


# ok: routes.missing-owner-check
@router.get("/{note_id}")
def read_note(note_id: int, user: User = Depends(get_user)):
    note = db.get(Note, note_id)
    if note.owner_id != user.id:
        raise HTTPException(404)
    return note


# ruleid: routes.missing-owner-check
@router.delete("/{note_id}")
def remove_note(note_id: int, user: User = Depends(get_user)):
    db.delete(db.get(Note, note_id))


# ok: routes.missing-owner-check
@router.get("/")
def list_notes(user: User = Depends(get_user)):
    return db.all(Note)
