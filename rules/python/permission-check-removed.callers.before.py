from fastapi import APIRouter, Depends

from .deps import AdminUser, CurrentUser, Manager

router = APIRouter()


@router.delete("/items/{item_id}")
def remove(item_id: int, user: AdminUser, db=Depends(get_db)):
    db.delete(db.get(Item, item_id))
    return {"ok": True}


@router.post("/items/{item_id}/restock")
def restock(item_id: int, count: int, caller: Manager, db=Depends(get_db)):
    db.get(Item, item_id).stock += count
    return {"ok": True}


@router.put("/items/{item_id}")
def rename(item_id: int, name: str, user: AdminUser, db=Depends(get_db)):
    db.get(Item, item_id).name = name
    return {"ok": True}


@router.get("/items/{item_id}")
def read(item_id: int, user: AdminUser, db=Depends(get_db)):
    return db.get(Item, item_id)


@router.post("/items")
def create(item: ItemManager, db=Depends(get_db)):
    return db.add(item)
