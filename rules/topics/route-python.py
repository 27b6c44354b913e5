@app.route("/users")
# ruleid: topics.route-python
def users():
    # ok: topics.route-python
    return os.path.join("users", "all")


@router.post("/orders", status_code=201)
# ruleid: topics.route-python
async def create(order: Order):
    return order


urlpatterns = [
    # ruleid: topics.route-python
    path("users/<int:pk>/", views.user),
]


@cache.cached("/users")
# ok: topics.route-python
def load():
    return 1
