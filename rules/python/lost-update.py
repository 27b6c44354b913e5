from django.db.models import F
from django.shortcuts import get_object_or_404


def transfer(request):
    source = Account.objects.get(pk=request.POST["source"])
    amount = int(request.POST["amount"])
    if source.balance >= amount:
        # ruleid: python.lost-update
        source.balance -= amount
        source.save()


def buy(request, pk):
    product = get_object_or_404(Product, pk=pk)
    # ruleid: python.lost-update
    product.stock = product.stock - 1
    product.save(update_fields=["stock"])


def redeem(code):
    account = Account.query.filter_by(code=code).first()
    # ruleid: python.lost-update
    account.credits += 100
    db.session.commit()


def transfer_locked(request):
    source = Account.objects.select_for_update().get(pk=request.POST["source"])
    # ok: python.lost-update
    source.balance -= int(request.POST["amount"])
    source.save()


def transfer_in_the_database(request):
    source = Account.objects.get(pk=request.POST["source"])
    # ok: python.lost-update
    source.balance = F("balance") - int(request.POST["amount"])
    source.save()


def rename(request, pk):
    product = get_object_or_404(Product, pk=pk)
    # ok: python.lost-update
    product.name += " (new)"
    product.save()


def buy_alone(pk):
    with stock_lock:
        product = Product.objects.get(pk=pk)
        # ok: python.lost-update
        product.stock -= 1
        product.save()


def redeem_coupon(session, code):
    coupon = session.query(Coupon).filter(Coupon.code == code).one()
    # ruleid: python.lost-update
    coupon.uses_left -= 1
    session.commit()


async def spend(session: AsyncSession, user_id, amount):
    wallet = (await session.execute(select(Wallet).where(Wallet.user_id == user_id))).scalar_one()
    if wallet.balance < amount:
        raise ValueError("not enough")
    # ruleid: python.lost-update
    wallet.balance -= amount
    await session.commit()


def spend_locked(session, user_id, amount):
    wallet = session.execute(select(Wallet).where(Wallet.user_id == user_id).with_for_update()).scalar_one()
    # ok: python.lost-update
    wallet.balance -= amount
    session.commit()


def redeem_locked(session, code):
    coupon = session.query(Coupon).filter(Coupon.code == code).with_for_update().one()
    # ok: python.lost-update
    coupon.uses_left -= 1
    session.commit()
