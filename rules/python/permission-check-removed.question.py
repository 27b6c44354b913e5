from django.shortcuts import get_object_or_404, redirect


@login_required
def rename(request, pk):
    # ok: python.permission-check-removed
    ticket = get_object_or_404(request.user.tickets, pk=pk)
    ticket.title = request.POST["title"]
    ticket.save()
    return redirect("/")


@login_required
def archive(request, pk):
    ticket = get_object_or_404(Ticket, pk=pk)
    if ticket.owner != request.user:
        raise PermissionDenied
    # ok: python.permission-check-removed
    ticket.archive()
    return redirect("/")


class NoteViewSet(viewsets.ModelViewSet):
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        # ok: python.permission-check-removed
        return Note.objects.filter(owner=self.request.user, hidden=False)
