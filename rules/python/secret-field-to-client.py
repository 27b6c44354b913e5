from django.http import JsonResponse
from fastapi import APIRouter
from flask import jsonify, request
from rest_framework import serializers

router = APIRouter()


@app.get("/users/<int:user_id>")
def show(user_id):
    user = User.query.get(user_id)
    # ruleid: python.secret-field-to-client
    return jsonify(id=user.id, password_hash=user.password_hash)


@router.get("/users/{user_id}")
def read(user_id: int, db=Depends(session)):
    found = db.get(User, user_id)
    # ruleid: python.secret-field-to-client
    return {"id": found.id, "name": found.name, "hashed_password": found.hashed_password}


def profile(request):
    user = request.user
    # ruleid: python.secret-field-to-client
    return JsonResponse({"name": user.username, "otp_secret": user.profile.otp_secret})


def account(request):
    # ruleid: python.secret-field-to-client
    return JsonResponse(vars(request.user))


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        # ruleid: python.secret-field-to-client
        fields = ["id", "email", "password"]


class NewUserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        # ok: python.secret-field-to-client
        fields = ["id", "email", "password"]
        extra_kwargs = {"password": {"write_only": True}}


class SignUpSerializer(serializers.ModelSerializer):
    password = serializers.CharField(write_only=True, min_length=12)

    class Meta:
        model = User
        # ok: python.secret-field-to-client
        fields = ("email", "password")


@app.get("/users/<int:user_id>/name")
def name(user_id):
    user = User.query.get(user_id)
    # ok: python.secret-field-to-client
    return jsonify(id=user.id, has_password=user.password_hash is not None)


@app.post("/check")
def check():
    # ok: python.secret-field-to-client
    return jsonify(password="too short")


def as_row(user):
    # ok: python.secret-field-to-client
    return {"id": user.id, "password_hash": user.password_hash}


def people(request):
    # ruleid: python.secret-field-to-client
    rows = User.objects.values("id", "username", "password")
    return JsonResponse(list(rows), safe=False)


def people_by_name(request):
    # ok: python.secret-field-to-client
    rows = User.objects.values("id", "username")
    return JsonResponse(list(rows), safe=False)


def check(name, password):
    # ok: python.secret-field-to-client
    rows = User.objects.filter(username=name).values("id", "password")
    return any(check_password(password, row["password"]) for row in rows)


@app.get("/people/<int:person_id>")
def person(person_id):
    found = User.query.get_or_404(person_id)
    # ruleid: python.secret-field-to-client
    return jsonify(found.__dict__)


@app.get("/products/<int:product_id>")
def product(product_id):
    found = Product.query.get_or_404(product_id)
    # ok: python.secret-field-to-client
    return jsonify(found.__dict__)
