# ruleid: python.permission-check-removed
class InvoiceDelete(DeleteView):
    permission_required = "invoices.delete_invoice"
    model = Invoice
    success_url = "/invoices"


# ruleid: python.permission-check-removed
class InvoiceEdit(LoginRequiredMixin, UpdateView):
    model = Invoice
    fields = ["title", "total"]


# ok: python.permission-check-removed
class InvoiceList(PermissionRequiredMixin, MultipleObjectMixin, ListView):
    permission_required = "invoices.view_invoice"
    model = Invoice
