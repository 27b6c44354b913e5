from rest_framework import generics, permissions, viewsets
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import AllowAny, IsAuthenticated


# ruleid: python.open-permission
@api_view(["GET", "DELETE"])
@permission_classes([AllowAny])
def order(request, pk):
    Order.objects.filter(pk=pk).delete()


class OrderViewSet(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    # ruleid: python.open-permission
    permission_classes = [permissions.AllowAny]


class OrderView(generics.RetrieveUpdateDestroyAPIView):
    # ruleid: python.open-permission
    permission_classes = (AllowAny,)


@api_view(["GET"])
# ok: python.open-permission
@permission_classes([AllowAny])
def products(request):
    return Product.objects.all()


class OwnOrderViewSet(viewsets.ModelViewSet):
    # ok: python.open-permission
    permission_classes = [IsAuthenticated]


class ProductViewSet(viewsets.ReadOnlyModelViewSet):
    # ok: python.open-permission
    permission_classes = [AllowAny]


class MixedViewSet(viewsets.ModelViewSet):
    # ok: python.open-permission
    permission_classes = [AllowAny]

    def get_permissions(self):
        return [IsAuthenticated()]


class NoteDetail(APIView):
    # ruleid: python.open-permission
    permission_classes = []

    def get(self, request, pk):
        return Response(Note.objects.get(pk=pk).text)

    def delete(self, request, pk):
        Note.objects.filter(pk=pk).delete()


class UserPromote(APIView):
    # ruleid: python.open-permission
    permission_classes = [permissions.AllowAny]

    def post(self, request, pk):
        User.objects.filter(pk=pk).update(is_staff=True)


class NewsletterEntry(APIView):
    # ok: python.open-permission
    permission_classes = [AllowAny]

    def post(self, request):
        Entry.objects.create(email=request.data["email"])


class PasswordResetConfirm(APIView):
    # ok: python.open-permission
    permission_classes = [AllowAny]

    def put(self, request, token):
        return Response(use(token))


# ruleid: python.open-permission
@api_view(["DELETE"])
@permission_classes([])
def remove_note(request, pk):
    Note.objects.filter(pk=pk).delete()


# ruleid: python.open-permission
@api_view(["POST"])
@permission_classes([AllowAny])
def archive(request, pk):
    order = Order.objects.get(pk=pk)
    order.archived = True
    order.save()
    return Response({"ok": True})


# ok: python.open-permission
@api_view(["POST"])
@permission_classes([AllowAny])
def activate_account(request, pk):
    user = User.objects.get(pk=pk, code=request.data["code"])
    user.is_active = True
    user.save()
    return Response({"ok": True})


# ok: python.open-permission
@api_view(["POST"])
@permission_classes([AllowAny])
def contact(request):
    Message.objects.create(text=request.data["text"])
    return Response({"ok": True})


class ArchiveOrder(APIView):
    # ruleid: python.open-permission
    permission_classes = [AllowAny]

    def post(self, request, pk):
        order = Order.objects.get(pk=pk)
        order.archived = True
        order.save()
        return Response({"ok": True})


class ConfirmOrder(APIView):
    # ok: python.open-permission
    permission_classes = [AllowAny]

    def post(self, request, pk):
        order = Order.objects.get(pk=pk, code=request.data["code"])
        order.confirmed = True
        order.save()
        return Response({"ok": True})


# ruleid: python.open-permission
@api_view(["POST"])
@permission_classes([])
def purge(request):
    Ticket.objects.filter(state="closed").delete()
    return Response()


# ok: python.open-permission
@api_view(["POST"])
@permission_classes([])
def confirm_address(request):
    Waiting.objects.filter(token=request.data["token"]).delete()
    return Response()


# ok: python.open-permission
@api_view(["POST"])
@permission_classes([IsAdminUser])
def purge_all(request):
    Ticket.objects.filter(state="closed").delete()
    return Response()
