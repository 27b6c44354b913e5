from fastapi import APIRouter, Depends
from fastapi.responses import RedirectResponse

router = APIRouter(prefix="/carts")


# ok: routes.missing-owner-check
@router.get("/{cart_id}")
def read_cart(cart_id: int, user: User = Depends(get_user)):
    return db.scalar(select(Cart).where(Cart.id == cart_id, Cart.owner_id == user.id))


# The address that it sends the browser to asks for itself.
# ok: routes.missing-owner-check
@router.get("/{cart_id}/print")
def print_cart(cart_id: int):
    return RedirectResponse(f"/carts/{cart_id}?view=print")


# An administrator owns none of them.
# ok: routes.missing-owner-check
@router.post("/{cart_id}/lock", dependencies=[Depends(require_admin)])
def lock_cart(cart_id: int):
    return db.lock(Cart, cart_id)


# ruleid: routes.missing-owner-check
@router.put("/{cart_id}")
def change_cart(cart_id: int, change: Change, user: User = Depends(get_user)):
    return db.save(Cart, cart_id, change)
