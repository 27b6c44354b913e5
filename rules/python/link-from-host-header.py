from django.core.mail import send_mail


def reset(request, user, token):
    link = f"https://{request.get_host()}/reset/{token}"
    # ruleid: python.link-from-host-header
    send_mail("Reset", "Open " + link, "shop@example.com", [user.email])


def reset_flask(user, token):
    body = request.host_url + "reset/" + token
    # ruleid: python.link-from-host-header
    send_email(user.email, body)


def reset_header(request, user, token):
    # ruleid: python.link-from-host-header
    send_mail("Reset", "https://" + request.META["HTTP_HOST"] + "/reset/" + token, "a@example.com", [user.email])


def reset_configured(request, user, token):
    # ok: python.link-from-host-header
    send_mail("Reset", settings.SITE_URL + "/reset/" + token, "a@example.com", [user.email])


def notify(request, user):
    # ok: python.link-from-host-header
    send_mail("Hello", "Someone signed in.", "a@example.com", [user.email])


def log_host(request):
    # ok: python.link-from-host-header
    logger.info(request.get_host())


def remind(request, token):
    link = f"https://{request.host}/reset/{token}"
    # ruleid: python.link-from-host-header
    mail(request.form["email"], link)
    # ok: python.link-from-host-header
    mail(request.form["email"], f"https://shop.example.com/reset/{token}")
