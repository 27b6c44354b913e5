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
