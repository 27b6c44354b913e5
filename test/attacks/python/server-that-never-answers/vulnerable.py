import requests


def price(url):
    return requests.get(url).text
