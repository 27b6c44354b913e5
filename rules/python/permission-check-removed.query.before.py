from django.shortcuts import get_object_or_404, redirect


@login_required
def close(request, pk):
    ticket = get_object_or_404(Ticket, pk=pk, owner=request.user)
    ticket.delete()
    return redirect("/")


class TicketViewSet(viewsets.ModelViewSet):
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        return Ticket.objects.filter(owner=self.request.user)
