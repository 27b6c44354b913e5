@app.get("/invoices")
@login_required
def list_invoices():
    return jsonify(invoices.of(current_user.id))

@router.get("/cards")
def cards(box: str, user: User = Depends(get_current_user)):
    return store.read(box, newest=True)

def save_profile():
    if "user_id" not in session:
        return jsonify(error="sign in"), 401
    profiles.update(request.json["id"], request.json["profile"])
    return jsonify(saved=True)

class OrderList(LoginRequiredMixin, ListView):
    model = Order
    template_name = "orders.html"

def receive(request):
    if not hmac.compare_digest(signature_of(request.body), request.headers["X-Signature"]):
        raise ValueError("signature")
    payments.settle(request.body)
    return HttpResponse()

@app.get("/notes")
@login_required
def notes():
    return jsonify(store.notes())

def export_all():
    if not current_user.is_authenticated:
        abort(401)
    return send_file(table.path)

def open_door(user, door):
    if not user:
        raise Unauthorized("sign in first")
    door.open()
