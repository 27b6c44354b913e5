@app.post("/reports")
# ruleid: python.permission-check-removed
def make_report():
    return jsonify(reports.build(request.json["name"]))

def update_order(request, pk):
    order = Order.objects.get(pk=pk)
    # ruleid: python.permission-check-removed
    order.note = request.POST["note"]
    order.save()
    return redirect("orders")

@router.delete("/users/{user_id}")
# ruleid: python.permission-check-removed
def remove_user(user_id: int):
    users.delete(user_id)
    return {"removed": user_id}

def grant_credit(user, amount):
    if not user:
        raise ValueError("only for administrators")
    # ruleid: python.permission-check-removed
    ledger.append(("credit", amount))
    audit.write("credit", amount)

def own_invoice(request, pk):
    invoice = Invoice.objects.get(pk=pk)
    if invoice.owner_id != request.user.id:
        raise PermissionDenied
    return invoice


def pay_invoice(request, pk):
    # ok: python.permission-check-removed
    invoice = own_invoice(request, pk)
    charge(invoice.total)
    return redirect("invoices")

def archive(user, post):
    if user is None or not user.can_archive(post):
        raise PermissionError("not yours")
    # ok: python.permission-check-removed
    post.archived = True
    post.save()

@user_passes_test(lambda user: user.is_staff)
# ok: python.permission-check-removed
def exports(request):
    return render(request, "exports.html")

class ReportView(APIView):
    permission_classes = [IsReportOwner]

    # ok: python.permission-check-removed
    def get(self, request):
        return Response(reports())
