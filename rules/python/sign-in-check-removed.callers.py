from fastapi import APIRouter, Depends

from .deps import CurrentUser, current_caller

router = APIRouter()


@router.get("/notes/{note_id}")
# ruleid: python.sign-in-check-removed
def read(note_id: int, db=Depends(get_db)):
    return db.get(Note, note_id)


@router.delete("/notes/{note_id}")
# ruleid: python.sign-in-check-removed
def remove(note_id: int, db=Depends(get_db)):
    db.delete(db.get(Note, note_id))


@router.put("/notes/{note_id}")
# ok: python.sign-in-check-removed
def rename(note_id: int, name: str, caller: Principal, db=Depends(get_db)):
    db.get(Note, note_id).name = name


@router.post("/notes")
# ok: python.sign-in-check-removed
def create(note: NoteIn, caller=Depends(current_caller), db=Depends(get_db)):
    return db.add(note)
