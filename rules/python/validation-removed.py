@app.post("/orders")
# ruleid: python.validation-removed
def create_order():
    return jsonify(orders.create(request.json))

def sign_up(request):
    form = SignUpForm(request.POST)
    # ruleid: python.validation-removed
    accounts.create(request.POST["email"], request.POST["plan"])
    return redirect("home")

def transfer(amount, to):
    # ruleid: python.validation-removed
    bank.transfer(to, amount)
    return balance(to)

def set_ratio(text):
    # ruleid: python.validation-removed
    settings.ratio = float(text)
    settings.write()

def rename(data):
    # ok: python.validation-removed
    value = NameModel.model_validate(data)
    users.rename(value["id"], value["name"])

def resize(width):
    check_input_size(width)
    # ok: python.validation-removed
    picture.resize(width)
    picture.save()

def read_config(text):
    # ok: python.validation-removed
    config = tomllib.loads(text)
    apply(config["name"], config["size"])

# ok: python.validation-removed
def modern(amount):
    new.send(amount)
