class InvoiceDetail(generics.RetrieveUpdateAPIView):
    serializer_class = InvoiceSerializer
    permission_classes = [permissions.IsAuthenticated]

    def get_queryset(self):
        return Invoice.objects.filter(customer=self.request.user)


class NoteViewSet(viewsets.ModelViewSet):
    serializer_class = NoteSerializer
    permission_classes = [permissions.IsAuthenticated]

    def get_queryset(self):
        user = self.request.user
        return Note.objects.select_related("folder").filter(author=user)

    def perform_create(self, serializer):
        serializer.save(author=self.request.user)


class DocumentEdit(LoginRequiredMixin, UpdateView):
    model = Document
    fields = ["title", "body"]
    success_url = "/documents"

    def get_queryset(self):
        return super().get_queryset().filter(team=self.request.user.team)


class ReceiptAdmin(admin.ModelAdmin):
    list_display = ["number", "total"]
    search_fields = ["number"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(seller=request.user)


class LetterList(OwnedQuerysetMixin, generics.ListAPIView):
    serializer_class = LetterSerializer
    queryset = Letter.objects.all()


class OrderDetail(generics.RetrieveAPIView):
    serializer_class = OrderSerializer
    permission_classes = [permissions.IsAuthenticated]

    def get_queryset(self):
        return Order.objects.filter(buyer=self.request.user)


class PaymentDetail(generics.RetrieveAPIView):
    serializer_class = PaymentSerializer
    permission_classes = [permissions.IsAuthenticated]

    def get_queryset(self):
        return Payment.objects.filter(payer=self.request.user)


class BookingDetail(generics.RetrieveAPIView):
    serializer_class = BookingSerializer
    permission_classes = [permissions.IsAuthenticated]

    def get_queryset(self):
        return Booking.objects.filter(guest=self.request.user)


class ArticleList(generics.ListAPIView):
    serializer_class = ArticleSerializer
    permission_classes = [permissions.IsAuthenticated]

    def get_queryset(self):
        return Article.objects.filter(published=True)


class PlanEdit(LoginRequiredMixin, UpdateView):
    model = Plan
    fields = ["title"]

    def get_object(self, queryset=None):
        plan = super().get_object(queryset)
        if plan.author != self.request.user:
            raise PermissionDenied
        return plan

    def form_valid(self, form):
        form.save()
        return redirect("plans")


class DraftEdit(LoginRequiredMixin, UpdateView):
    model = Draft
    fields = ["title"]

    def get_object(self, queryset=None):
        draft = super().get_object(queryset)
        if draft.locked:
            raise Http404
        return draft

    def form_valid(self, form):
        form.save()
        return redirect("drafts")
