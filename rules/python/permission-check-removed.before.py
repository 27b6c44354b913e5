@app.post("/reports")
@admin_required
def make_report():
    return jsonify(reports.build(request.json["name"]))

def update_order(request, pk):
    order = Order.objects.get(pk=pk)
    if order.owner_id != request.user.id:
        raise PermissionDenied("not yours")
    order.note = request.POST["note"]
    order.save()
    return redirect("orders")

@router.delete("/users/{user_id}")
def remove_user(user_id: int, admin: User = Depends(require_admin)):
    users.delete(user_id)
    return {"removed": user_id}

def grant_credit(user, amount):
    if not user or not user.is_admin:
        raise ValueError("only for administrators")
    ledger.append(("credit", amount))
    audit.write("credit", amount)

def pay_invoice(request, pk):
    invoice = Invoice.objects.get(pk=pk)
    if invoice.owner_id != request.user.id:
        raise PermissionDenied
    charge(invoice.total)
    return redirect("invoices")

def archive(user, post):
    if user is None:
        raise PermissionError("sign in")
    if post.author_id != user.id:
        raise PermissionError("not yours")
    post.archived = True
    post.save()

@staff_member_required
def exports(request):
    return render(request, "exports.html")

class ReportView(APIView):
    permission_classes = [IsAdminUser]

    def get(self, request):
        return Response(reports())
