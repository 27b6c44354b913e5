def can_read(user, document):
    if user is None:
        return False
    return document.owner_id == user.id


class OwnerOnly(BasePermission):
    def has_object_permission(self, request, view, obj):
        audit(request, obj)
        return obj.owner == request.user


@roles_required("admin")
def purge(request):
    Report.objects.all().delete()
    return redirect("home")


def can_share(user, document):
    if user is None:
        return False
    if user.is_admin:
        return True
    return document.owner_id == user.id


def is_mine(user, document):
    return document.owner_id == user.id


@roles_required("editor")
def publish(request):
    Report.objects.update(public=True)
    return redirect("home")


def change(request, pk):
    report = Report.objects.get(pk=pk)
    if report.owner_id != request.user.id:
        raise PermissionDenied
    report.title = request.POST["title"]
    report.save()
