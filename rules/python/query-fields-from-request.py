from django.db.models import Q
from flask import request

from shop.models import Order, User

ALLOWED = {"city", "name"}


def people(request):
    # ruleid: python.query-fields-from-request
    return User.objects.filter(**request.GET.dict())


def orders(request):
    wanted = {key: value for key, value in request.GET.items()}
    # ruleid: python.query-fields-from-request
    return Order.objects.filter(owner=request.user).exclude(**wanted)


def find_people():
    # ruleid: python.query-fields-from-request
    return User.query.filter_by(**request.get_json()).all()


def one(request):
    # ruleid: python.query-fields-from-request
    return User.objects.get(**request.data)


def some(request):
    wanted = {key: value for key, value in request.GET.items() if key in ALLOWED}
    # ok: python.query-fields-from-request
    return User.objects.filter(**wanted)


def named(request):
    # ok: python.query-fields-from-request
    return User.objects.filter(name=request.GET["name"])


def by_form(request):
    form = SearchForm(request.GET)
    if form.is_valid():
        # ok: python.query-fields-from-request
        return User.objects.filter(**form.cleaned_data)


def by_city(request):
    wanted = {"city": request.GET["city"]}
    # ok: python.query-fields-from-request
    return User.objects.filter(**wanted)


def by_known_names(request):
    lookup = {f"{name}__icontains": request.GET[name] for name in ("title", "author") if name in request.GET}
    # ok: python.query-fields-from-request
    return Book.objects.filter(**lookup)


def by_any_name(request):
    lookup = {f"{name}__icontains": value for name, value in request.GET.items()}
    # ruleid: python.query-fields-from-request
    return Book.objects.filter(**lookup)
