from django.contrib.auth.decorators import login_required, permission_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from flask_jwt_extended import get_jwt_identity, jwt_required


@login_required
def invoice(request, invoice_id):
    # ruleid: python.object-without-owner
    found = get_object_or_404(Invoice, pk=invoice_id)
    return JsonResponse({"total": found.total})


@login_required
def order(order_id):
    # ruleid: python.object-without-owner
    return Order.query.get_or_404(order_id).summary()


@jwt_required()
def message(message_id):
    # ruleid: python.object-without-owner
    return db.session.get(Message, message_id).text


@login_required
def own_invoice(request, invoice_id):
    # ok: python.object-without-owner
    found = get_object_or_404(Invoice, pk=invoice_id, owner=request.user)
    return JsonResponse({"total": found.total})


@login_required
def compared(request, invoice_id):
    # ok: python.object-without-owner
    found = get_object_or_404(Invoice, pk=invoice_id)
    if found.owner != request.user:
        return JsonResponse({}, status=404)
    return JsonResponse({"total": found.total})


@login_required
def product(request, product_id):
    # ok: python.object-without-owner
    return get_object_or_404(Product, pk=product_id).name


@jwt_required()
def own_message(message_id):
    # ok: python.object-without-owner
    found = db.session.get(Message, message_id)
    return found.text if found.owner == get_jwt_identity() else ""


@permission_required("shop.view_order")
@login_required
def any_order(order_id):
    # ok: python.object-without-owner
    return Order.query.get_or_404(order_id).summary()


@app.get("/orders/{order_id}")
async def read_order(order_id: int, user=Depends(get_current_user)):
    # ruleid: python.object-without-owner
    return await orders.find_one({"_id": order_id})


@app.get("/orders/{order_id}/own")
async def read_own_order(order_id: int, user=Depends(get_current_user)):
    # ok: python.object-without-owner
    return await orders.find_one({"_id": order_id, "owner": user.id})


@app.get("/products/{product_id}")
async def read_product(product_id: int, user=Depends(get_current_user)):
    # ok: python.object-without-owner
    return await products.find_one({"_id": product_id})


@router.get("/{document_id}")
def read_document(document_id: int, db: Session = Depends(get_db), user: User = Depends(current_user)):
    # ruleid: python.object-without-owner
    return db.get(Document, document_id)


@router.delete("/{document_id}")
def remove_document(document_id: int, db: Session = Depends(get_db), user: User = Depends(current_user)):
    # ruleid: python.object-without-owner
    db.delete(db.query(Document).filter(Document.id == document_id).first())


@router.put("/{document_id}")
def write_document(document_id: int, text: str, db: Session = Depends(get_db), user: User = Depends(current_user)):
    # ok: python.object-without-owner
    document = db.get(Document, document_id)
    if document.owner_id != user.id:
        raise HTTPException(404)
    document.text = text


@router.get("/{country_id}")
def read_country(country_id: int, db: Session = Depends(get_db), user: User = Depends(current_user)):
    # ok: python.object-without-owner
    return db.get(Country, country_id)


class OrderViewSet(viewsets.ModelViewSet):
    def get_queryset(self):
        return Order.objects.filter(customer__user=self.request.user)

    @action(detail=True, methods=["post"])
    def cancel(self, request, pk=None):
        # ruleid: python.object-without-owner
        order = Order.objects.get(pk=pk)
        order.cancel()

    @action(detail=True, methods=["post"])
    def pay(self, request, pk=None):
        # ok: python.object-without-owner
        order = self.get_object()
        order.pay()

    @action(detail=True, methods=["post"])
    def review(self, request, pk=None):
        # ok: python.object-without-owner
        order = get_object_or_404(Order, pk=pk)
        self.check_object_permissions(request, order)
        order.review()

    @action(detail=True, methods=["post"])
    def ship(self, request, pk=None):
        # ok: python.object-without-owner
        carrier = Carrier.objects.get(pk=pk)
        carrier.ship()


@app.get("/invoices/<int:invoice_id>")
@signed_in
def show_invoice(invoice_id):
    # ruleid: python.object-without-owner
    row = db().execute("SELECT id, total FROM invoices WHERE id = ?", (invoice_id,)).fetchone()
    return jsonify(row)


@app.get("/invoices/<int:invoice_id>/own")
@signed_in
def show_own_invoice(invoice_id):
    # ok: python.object-without-owner
    row = db().execute("SELECT id FROM invoices WHERE id = ? AND owner = ?", (invoice_id, g.user.id)).fetchone()
    return jsonify(row)


@app.get("/invoices/<int:invoice_id>/checked")
@signed_in
def show_checked_invoice(invoice_id):
    # ok: python.object-without-owner
    row = db().execute("SELECT id, owner FROM invoices WHERE id = ?", (invoice_id,)).fetchone()
    if row["owner"] != session["user"]:
        abort(404)
    return jsonify(row)


@router.get("/orders/{order_id}")
async def read_order(order_id: int, user=Depends(current_user), db=Depends(get_db)):
    # ruleid: python.object-without-owner
    return await db.fetchrow("SELECT * FROM orders WHERE id = $1", order_id)


@router.delete("/notes/{note_id}")
def remove_note(note_id: int, user: User = Depends(get_current_user), db: Session = Depends(get_db)):
    # ruleid: python.object-without-owner
    note = db.query(Note).filter(Note.id == note_id).first()
    db.delete(note)


@router.get("/documents/{document_id}")
def read_document(document_id: int, user: User = Depends(get_current_user), db: Session = Depends(get_db)):
    # ok: python.object-without-owner
    document = db.get(Document, document_id)
    if document.owner_id != user.id:
        raise HTTPException(404)
    return document


@router.get("/all-orders/{order_id}")
async def read_any_order(order_id: int, user=Depends(get_admin_user), db=Depends(get_db)):
    # ok: python.object-without-owner
    return await db.fetchrow("SELECT * FROM orders WHERE id = $1", order_id)


@router.get("/my-orders/{order_id}")
async def read_my_order(order_id: int, user=Depends(current_user), db=Depends(get_db)):
    # ok: python.object-without-owner
    return await db.fetchrow("SELECT * FROM orders WHERE id = $1 AND user_id = $2", order_id, user.id)


staff = APIRouter(dependencies=[Depends(require_admin)])


@staff.get("/orders/{order_id}")
def order_for_staff(order_id: int, db: Session = Depends(get_db), user: User = Depends(get_current_user)):
    # ok: python.object-without-owner
    return db.get(Order, order_id)


@app.get("/letters/{letter_id}", dependencies=[Depends(owner_of_letter)])
def own_letter(letter_id: int, db: Session = Depends(get_db), user: User = Depends(get_current_user)):
    # ok: python.object-without-owner
    return db.get(Letter, letter_id)


@app.get("/admin/letters/{letter_id}")
def any_letter(letter_id: int, db: Session = Depends(get_db), user: User = Depends(get_current_user)):
    # ok: python.object-without-owner
    return db.get(Letter, letter_id)


@app.get("/notes/{note_id}")
def note_of_caller(note_id: int, db: Session = Depends(user_scoped_db), user: User = Depends(get_current_user)):
    # ok: python.object-without-owner
    return db.get(Note, note_id)


@app.get("/receipts/{receipt_id}")
def receipt_of_caller(receipt_id: int, request: Request, db=Depends(get_db), user=Depends(get_current_user)):
    # ok: python.object-without-owner
    receipt = db.get(Receipt, receipt_id)
    if receipt.user_id != request.state.user_id:
        raise HTTPException(404)
    return receipt


@app.get("/payments/{payment_id}")
def payment_of_anybody(payment_id: int, db: Session = Depends(get_db), user: User = Depends(get_current_user)):
    # ruleid: python.object-without-owner
    return db.get(Payment, payment_id)


limited = APIRouter(prefix="/payments", dependencies=[Depends(get_current_user), Depends(RateLimiter(times=5))])


@limited.get("/payments/{payment_id}")
def payment_behind_sign_in(payment_id: int, db: Session = Depends(get_db), user: User = Depends(get_current_user)):
    # ruleid: python.object-without-owner
    return db.get(Payment, payment_id)


@app.get("/carts/{cart_id}", dependencies=[Depends(verify_api_version)])
def cart_of_anybody(cart_id: int, db: Session = Depends(get_db), user: User = Depends(get_current_user)):
    # ruleid: python.object-without-owner
    cart = db.get(Cart, cart_id)
    if cart.owner_id != ANONYMOUS:
        log.info("of somebody")
    return cart


@app.get("/carts/{cart_id}/sum", dependencies=[Depends(get_current_user), Depends(may_read_cart)])
def cart_asked_for(cart_id: int, db: Session = Depends(get_db), user: User = Depends(get_current_user)):
    # ok: python.object-without-owner
    return db.get(Cart, cart_id)
