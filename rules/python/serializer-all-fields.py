from django import forms
from django.contrib.auth.models import User
from rest_framework import serializers


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        # ruleid: python.serializer-all-fields
        fields = "__all__"


class AccountForm(forms.ModelForm):
    class Meta:
        # ruleid: python.serializer-all-fields
        fields = "__all__"
        model = Account


class ProfileSerializer(serializers.HyperlinkedModelSerializer):
    class Meta:
        model = models.Profile
        # ruleid: python.serializer-all-fields
        exclude = []


class PublicUserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        # ok: python.serializer-all-fields
        fields = ("id", "username")


class TagSerializer(serializers.ModelSerializer):
    class Meta:
        model = Tag
        # ok: python.serializer-all-fields
        fields = "__all__"


class UserFilter(filters.FilterSet):
    class Meta:
        model = User
        # ok: python.serializer-all-fields
        fields = "__all__"
