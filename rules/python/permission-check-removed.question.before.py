from django.shortcuts import get_object_or_404, redirect


@login_required
def rename(request, pk):
    ticket = get_object_or_404(Ticket, pk=pk, owner=request.user)
    ticket.title = request.POST["title"]
    ticket.save()
    return redirect("/")


@login_required
def archive(request, pk):
    ticket = get_object_or_404(Ticket, pk=pk, owner=request.user)
    ticket.archive()
    return redirect("/")


class NoteViewSet(viewsets.ModelViewSet):
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        return Note.objects.filter(owner=self.request.user)
