from rest_framework import generics, viewsets
from rest_framework.permissions import IsAdminUser, IsAuthenticated


class OrderList(generics.ListCreateAPIView):
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        return Order.objects.filter(owner=self.request.user)


class OrderDetail(generics.RetrieveUpdateDestroyAPIView):
    permission_classes = [IsAuthenticated]
    serializer_class = OrderSerializer
    # ruleid: python.object-without-owner
    queryset = Order.objects.all()


class InvoiceFile(generics.RetrieveAPIView):
    # ruleid: python.object-without-owner
    queryset = Invoice.objects.all()
    permission_classes = (IsAuthenticated,)


class InvoiceViewSet(viewsets.ReadOnlyModelViewSet):
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        paid = self.request.query_params.get("paid") == "1"
        return Invoice.objects.filter(customer_id=self.request.user.id, paid=paid).order_by("-made")


class NoteViewSet(viewsets.ModelViewSet):
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        return Note.objects.select_related("folder").filter(user=self.request.user) | Note.objects.filter(user=self.request.user)


class NoteEditor(generics.UpdateAPIView):
    permission_classes = [IsAuthenticated]
    # ruleid: python.object-without-owner
    queryset = Note.objects.all()


class OrderForStaff(generics.RetrieveAPIView):
    permission_classes = [IsAdminUser]
    # ok: python.object-without-owner
    queryset = Order.objects.all()


class OrderOfCaller(generics.RetrieveAPIView):
    permission_classes = [IsAuthenticated]
    # ok: python.object-without-owner
    queryset = Order.objects.all()

    def get_queryset(self):
        return super().get_queryset().filter(owner=self.request.user)


class ProductDetail(generics.RetrieveAPIView):
    permission_classes = [IsAuthenticated]
    # ok: python.object-without-owner
    queryset = Product.objects.all()


class OrderOfOwner(generics.RetrieveAPIView):
    permission_classes = [IsAuthenticated, IsOwner]
    # ok: python.object-without-owner
    queryset = Order.objects.all()


class AllOrders(generics.ListAPIView):
    permission_classes = [IsAuthenticated]
    # ok: python.object-without-owner
    queryset = Order.objects.all()


class NoteByFilter(generics.RetrieveAPIView):
    permission_classes = [IsAuthenticated]
    filter_backends = [OwnNotes]
    # ok: python.object-without-owner
    queryset = Note.objects.all()


class UserTickets(generics.ListAPIView):
    def get_queryset(self):
        return Ticket.objects.filter(user=self.request.user)


class TicketClose(generics.UpdateAPIView):
    permission_classes = [IsAuthenticated]
    # ok: python.object-without-owner
    queryset = Ticket.objects.all()

    def perform_update(self, serializer):
        self.ask(serializer.instance)
        serializer.save()


class DraftList(generics.ListAPIView):
    def get_queryset(self):
        return Page.objects.filter(owner=self.request.user, draft=True)


class PageDetail(generics.RetrieveAPIView):
    permission_classes = [IsAuthenticated]
    # ok: python.object-without-owner
    queryset = Page.objects.all()


class ArticlesOfCaller(generics.ListAPIView):
    def get_queryset(self):
        return Article.objects.filter(owner=self.request.user)


class ArticleDetail(generics.RetrieveAPIView):
    permission_classes = [IsAuthenticated]
    # ok: python.object-without-owner
    queryset = Article.objects.all()
