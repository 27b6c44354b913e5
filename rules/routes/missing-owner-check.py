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


orders = APIRouter(prefix="/orders")


# ok: routes.missing-owner-check
@orders.get("/{order_id}")
def read_order(order_id: int, user: User = Depends(get_current_user)):
    order = db.get(Order, order_id)
    if order is None or order.owner_id != user.id:
        raise HTTPException(404)
    return order


# ok: routes.missing-owner-check
@orders.put("/{order_id}")
def edit_order(order_id: int, note: str, user: User = Depends(get_current_user)):
    order = own_order(order_id, user)
    order.note = note
    return order


# ruleid: routes.missing-owner-check
@orders.delete("/{order_id}")
def delete_order(order_id: int, user: User = Depends(get_current_user)):
    order = db.get(Order, order_id)
    if order is None:
        raise HTTPException(404)
    db.delete(order)


letters = APIRouter(prefix="/letters")


def own_letter(letter_id: int, user: User = Depends(get_current_user)):
    letter = db.get(Letter, letter_id)
    if letter is None or letter.owner_id != user.id:
        raise HTTPException(404)
    return letter


# ok: routes.missing-owner-check
@letters.get("/{letter_id}")
def read_letter(letter: Letter = Depends(own_letter)):
    return letter


# ok: routes.missing-owner-check
@letters.put("/{letter_id}")
def edit_letter(letter_id: int, text: str, user: User = Depends(get_current_user)):
    letter = db.get(Letter, letter_id)
    if letter.owner_id != user.id:
        raise HTTPException(404)
    letter.text = text
    return letter


# ruleid: routes.missing-owner-check
@letters.delete("/{letter_id}")
def delete_letter(letter_id: int, user: User = Depends(get_current_user)):
    db.delete(db.get(Letter, letter_id))
