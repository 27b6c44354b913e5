def can_read(user, document):
    if user is None:
        return False
    # ruleid: python.permission-check-removed
    return True


class OwnerOnly(BasePermission):
    def has_object_permission(self, request, view, obj):
        audit(request, obj)
        # ruleid: python.permission-check-removed
        return True


@roles_required("user")
# ruleid: python.permission-check-removed
def purge(request):
    Report.objects.all().delete()
    return redirect("home")


def can_share(user, document):
    # ok: python.permission-check-removed
    return user is not None and (user.is_admin or document.owner_id == user.id)


def is_mine(user, document):
    # ok: python.permission-check-removed
    return user.id == document.owner_id


@roles_required("admin")
# ok: python.permission-check-removed
def publish(request):
    Report.objects.update(public=True)
    return redirect("home")


def change(request, pk):
    report = Report.objects.get(pk=pk)
    if report.owner_id != request.user.id and not request.POST.get("force"):
        raise PermissionDenied
    # ruleid: python.permission-check-removed
    report.title = request.POST["title"]
    report.save()
