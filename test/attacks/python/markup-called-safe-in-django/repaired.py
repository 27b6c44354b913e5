from django.utils.html import format_html


def bold(user):
    return format_html("<b>{}</b>", user.name)
