# ruleid: python.permission-check-removed
class InvoiceDetail(generics.RetrieveUpdateAPIView):
    serializer_class = InvoiceSerializer
    permission_classes = [permissions.IsAuthenticated]
    queryset = Invoice.objects.all()


class NoteViewSet(viewsets.ModelViewSet):
    serializer_class = NoteSerializer
    permission_classes = [permissions.IsAuthenticated]
    queryset = Note.objects.all()

    # ruleid: python.permission-check-removed
    def perform_create(self, serializer):
        serializer.save(author=self.request.user)


# ruleid: python.permission-check-removed
class DocumentEdit(LoginRequiredMixin, UpdateView):
    model = Document
    fields = ["title", "body"]
    success_url = "/documents"


# ruleid: python.permission-check-removed
class ReceiptAdmin(admin.ModelAdmin):
    list_display = ["number", "total"]
    search_fields = ["number"]


# ruleid: python.permission-check-removed
class LetterList(generics.ListAPIView):
    serializer_class = LetterSerializer
    queryset = Letter.objects.all()


# ok: python.permission-check-removed
class OrderDetail(OwnedQuerysetMixin, generics.RetrieveAPIView):
    serializer_class = OrderSerializer
    permission_classes = [permissions.IsAuthenticated]
    queryset = Order.objects.all()


class PaymentDetail(generics.RetrieveAPIView):
    serializer_class = PaymentSerializer
    # ok: python.permission-check-removed
    permission_classes = [permissions.IsAuthenticated, IsPayer]
    queryset = Payment.objects.all()


class BookingDetail(generics.RetrieveAPIView):
    serializer_class = BookingSerializer
    permission_classes = [permissions.IsAuthenticated]
    queryset = Booking.objects.all()

    # ok: python.permission-check-removed
    def get_object(self):
        return get_object_or_404(Booking, pk=self.kwargs["pk"], guest=self.request.user)


class ArticleList(generics.ListAPIView):
    serializer_class = ArticleSerializer
    permission_classes = [permissions.IsAuthenticated]
    # ok: python.permission-check-removed
    queryset = Article.objects.all()


class PlanEdit(LoginRequiredMixin, UpdateView):
    model = Plan
    fields = ["title"]

    # ruleid: python.permission-check-removed
    def form_valid(self, form):
        form.save()
        return redirect("plans")


class DraftEdit(LoginRequiredMixin, UpdateView):
    model = Draft
    fields = ["title"]

    # ok: python.permission-check-removed
    def form_valid(self, form):
        form.save()
        return redirect("drafts")
