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


class NewComment(BaseModel):
    author: str
    # ruleid: python.validation-removed
    text: str = Field(..., description="what is said")


class CommentForm(forms.Form):
    # ruleid: python.validation-removed
    text = forms.CharField(widget=forms.Textarea)


class NewNote(BaseModel):
    # ok: python.validation-removed
    text: str = Field(..., max_length=1000)


class NewTitle(BaseModel):
    # ok: python.validation-removed
    text: str = Field(max_length=80, min_length=1)


class Mail(BaseModel):
    # ok: python.validation-removed
    to: EmailStr = Field(...)


class Page(BaseModel):
    # ok: python.validation-removed
    size: conint(ge=1, le=100) = Field(...)


class CommentAnswer(BaseModel):
    # ok: python.validation-removed
    text: str = Field(...)
