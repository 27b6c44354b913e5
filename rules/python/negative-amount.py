def pay(request, accounts):
    source = accounts[request.user.id]
    amount = float(request.POST["amount"])
    # ruleid: python.negative-amount
    if amount > source.balance:
        raise ValueError("not enough")
    source.balance -= amount


def send_points(accounts, request, caller):
    data = request.get_json()
    points = int(data["points"])
    # ruleid: python.negative-amount
    if caller.points >= points:
        caller.points -= points


def buy(request, wallet):
    price = Decimal(request.form.get("price"))
    # ruleid: python.negative-amount
    if wallet["balance"] < price:
        return "not enough"
    wallet["balance"] -= price


def pay_positive(request, source):
    amount = float(request.POST["amount"])
    if amount <= 0:
        raise ValueError("not an amount")
    # ok: python.negative-amount
    if amount > source.balance:
        raise ValueError("not enough")


def pay_between(request, source):
    amount = float(request.POST["amount"])
    # ok: python.negative-amount
    if not 0 < amount <= source.balance:
        raise ValueError("not an amount")


def pay_checked(request, source):
    amount = float(request.POST["amount"])
    validate_amount(amount)
    # ok: python.negative-amount
    if amount > source.balance:
        raise ValueError("not enough")


def book(source, amount):
    # ok: python.negative-amount
    if amount > source.balance:
        raise ValueError("not enough")
