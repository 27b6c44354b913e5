from django.utils.safestring import mark_safe


def bold(user):
    return mark_safe("<b>" + user.name + "</b>")
