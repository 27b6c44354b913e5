from django.contrib.auth.decorators import login_required
from django.http import HttpResponse


def reset_password(request):
    user = User.objects.get(username=request.POST["username"])
    # ruleid: python.password-change-unasked
    user.set_password(request.POST["password"])
    user.save()


@login_required
def password_reset(request):
    user = User.objects.get(username=request.POST["username"])
    # ok: python.password-change-unasked
    user.set_password(request.POST["password"])
    user.save()
