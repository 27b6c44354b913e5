from django.shortcuts import get_object_or_404, redirect


@login_required
def close(request, pk):
    # ruleid: python.permission-check-removed
    ticket = get_object_or_404(Ticket, pk=pk)
    ticket.delete()
    return redirect("/")


class TicketViewSet(viewsets.ModelViewSet):
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        # ruleid: python.permission-check-removed
        return Ticket.objects.all()
