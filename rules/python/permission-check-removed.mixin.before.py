class InvoiceDelete(PermissionRequiredMixin, DeleteView):
    permission_required = "invoices.delete_invoice"
    model = Invoice
    success_url = "/invoices"


class InvoiceEdit(LoginRequiredMixin, UserPassesTestMixin, UpdateView):
    model = Invoice
    fields = ["title", "total"]


class InvoiceList(PermissionRequiredMixin, ListView):
    permission_required = "invoices.view_invoice"
    model = Invoice
