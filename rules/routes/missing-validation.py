from flask import Flask, request

app = Flask(__name__)


# ok: routes.missing-validation
@app.post("/orders")
def create():
    return save(OrderSchema().load(request.json))


# ok: routes.missing-validation
@app.put("/orders/<int:key>")
def change(key):
    form = OrderForm(request.form)
    if not form.validate():
        abort(400)
    return save(form)


# ruleid: routes.missing-validation
@app.post("/refunds")
def refund():
    return save(request.json)
