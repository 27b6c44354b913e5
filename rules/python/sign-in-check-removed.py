@app.get("/invoices")
# ruleid: python.sign-in-check-removed
def list_invoices():
    return jsonify(invoices.of(current_user.id))

@router.get("/cards")
# ruleid: python.sign-in-check-removed
def cards(box: str):
    return store.read(box, newest=True)

def save_profile():
    # ruleid: python.sign-in-check-removed
    profiles.update(request.json["id"], request.json["profile"])
    return jsonify(saved=True)

# ruleid: python.sign-in-check-removed
class OrderList(ListView):
    model = Order
    template_name = "orders.html"

def receive(request):
    # ruleid: python.sign-in-check-removed
    payments.settle(request.body)
    return HttpResponse()

@app.get("/notes")
@jwt_required()
# ok: python.sign-in-check-removed
def notes():
    return jsonify(store.notes())

@login_required
def export_all():
    # ok: python.sign-in-check-removed
    return send_file(table.path)

def open_door(user, door):
    if not user:
        raise Unauthorized("please sign in")
    # ok: python.sign-in-check-removed
    door.open()
