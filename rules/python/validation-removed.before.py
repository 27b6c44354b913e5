@app.post("/orders")
@expects_json(order_schema)
def create_order():
    return jsonify(orders.create(request.json))

def sign_up(request):
    form = SignUpForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest("form")
    accounts.create(request.POST["email"], request.POST["plan"])
    return redirect("home")

def transfer(amount, to):
    if amount <= 0:
        raise ValueError("amount")
    bank.transfer(to, amount)
    return balance(to)

def set_ratio(text):
    validate_ratio(text)
    settings.ratio = float(text)
    settings.write()

def rename(data):
    value = NameSchema().load(data)
    users.rename(value["id"], value["name"])

def resize(width):
    if width > 4000:
        raise ValueError("width")
    picture.resize(width)
    picture.save()

def read_config(text):
    config = json.loads(text)
    apply(config["name"], config["size"])

def legacy(amount):
    if amount < 0:
        raise ValueError("amount")
    old.send(amount)


def modern(amount):
    new.send(amount)


class NewComment(BaseModel):
    author: str
    text: str = Field(..., max_length=2000, description="what is said")


class CommentForm(forms.Form):
    text = forms.CharField(max_length=500, widget=forms.Textarea)


class NewNote(BaseModel):
    text: str = Field(..., max_length=2000)


class NewTitle(BaseModel):
    text: str = Field(min_length=1, max_length=80)


class Mail(BaseModel):
    to: str = Field(..., pattern=r".+@.+")


class Page(BaseModel):
    size: int = Field(..., ge=1, le=100)


class CommentAnswer(BaseModel):
    text: str = Field(..., max_length=2000)
