from fastapi import APIRouter, Depends

from .deps import AdminUser, CurrentUser, Manager

router = APIRouter()


@router.delete("/items/{item_id}")
# ruleid: python.permission-check-removed
def remove(item_id: int, db=Depends(get_db)):
    db.delete(db.get(Item, item_id))
    return {"ok": True}


@router.post("/items/{item_id}/restock")
# ruleid: python.permission-check-removed
def restock(item_id: int, count: int, db=Depends(get_db)):
    db.get(Item, item_id).stock += count
    return {"ok": True}


@router.put("/items/{item_id}")
# ruleid: python.permission-check-removed
def rename(item_id: int, name: str, user: CurrentUser, db=Depends(get_db)):
    db.get(Item, item_id).name = name
    return {"ok": True}


@router.get("/items/{item_id}")
# ok: python.permission-check-removed
def read(item_id: int, user: Annotated[User, Depends(require_admin)], db=Depends(get_db)):
    return db.get(Item, item_id)


@router.post("/items")
# ok: python.permission-check-removed
def create(item: Item, user: AdminUser, db=Depends(get_db)):
    return db.add(item)
