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
