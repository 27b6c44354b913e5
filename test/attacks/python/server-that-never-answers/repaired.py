import requests


def price(url):
    return requests.get(url, timeout=5).text
