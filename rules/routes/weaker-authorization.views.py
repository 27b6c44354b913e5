from django.contrib.auth.decorators import login_required, permission_required


@permission_required("shop.view_invoice")
# ok: routes.weaker-authorization
def invoices(request):
    return render(request, "all.html")


@permission_required("shop.add_invoice")
# ok: routes.weaker-authorization
def add_invoice(request):
    return save(request.POST)


@permission_required("shop.delete_invoice")
# ok: routes.weaker-authorization
def remove_invoice(request, pk):
    return drop(pk)


@login_required
# ruleid: routes.weaker-authorization
def cancel_invoice(request, pk):
    return cancel(pk)


@login_required
# ok: routes.weaker-authorization
def profile(request):
    return render(request, "profile.html")
