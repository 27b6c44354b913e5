from fastapi import APIRouter, Depends

from .deps import CurrentUser, current_caller

router = APIRouter()


@router.get("/notes/{note_id}")
def read(note_id: int, user: CurrentUser, db=Depends(get_db)):
    return db.get(Note, note_id)


@router.delete("/notes/{note_id}")
def remove(note_id: int, caller=Depends(current_caller), db=Depends(get_db)):
    db.delete(db.get(Note, note_id))


@router.put("/notes/{note_id}")
def rename(note_id: int, name: str, user: CurrentUser, db=Depends(get_db)):
    db.get(Note, note_id).name = name


@router.post("/notes")
def create(note: NoteIn, user: CurrentUser, db=Depends(get_db)):
    return db.add(note)
