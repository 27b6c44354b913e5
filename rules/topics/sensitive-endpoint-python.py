@app.post("/login")
# ruleid: topics.sensitive-endpoint-python
def login():
    return {}


@app.post("/orders")
# ok: topics.sensitive-endpoint-python
def orders():
    return {}


urlpatterns = [
    # ruleid: topics.sensitive-endpoint-python
    path("accounts/reset/", views.reset),
    # ok: topics.sensitive-endpoint-python
    path("products/", views.products),
]
