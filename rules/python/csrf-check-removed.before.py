@csrf_protect
def change_password(request):
    request.user.set_password(request.POST["password"])
    request.user.save()

app = Flask(__name__)
csrf.init_app(app)
app.register_blueprint(orders)
app.register_blueprint(people)

def transfer(request):
    if request.headers.get("X-CSRF-Token") != session["csrf"]:
        abort(419)
    bank.move(request.json["from"], request.json["to"])
    return "", 204

@csrf_protect
def change_mail(request):
    request.user.mail = request.POST["mail"]
    request.user.save()

def vote(request):
    if request.form["csrf"] != session["csrf"]:
        abort(419)
    votes.add(request.form["choice"])
    return redirect("/")

@csrf_protect
def old_form(request):
    return save(request.POST)


def terms(request):
    return render(request, "terms.html")


@login_required
@require_POST
def drop_photo(request, pk):
    get_object_or_404(Photo, pk=pk, owner=request.user).delete()
    return redirect("photos")


@login_required
@require_POST
def drop_note(request, pk):
    get_object_or_404(Note, pk=pk, owner=request.user).delete()
    return redirect("notes")


@require_http_methods(["GET", "POST"])
def edit_note(request, pk):
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("notes")
    return render(request, "note.html", {"form": form})


@require_POST
def hide_note(request, pk):
    get_object_or_404(Note, pk=pk, owner=request.user).hide()
    return redirect("notes")


@app.route("/items/drop", methods=["GET", "POST"])
def drop_item():
    if request.method != "POST":
        abort(405)
    items.remove(request.form["id"])
    return redirect("/")


@login_required
@require_POST
def rename(request):
    request.user.name = request.POST["name"]
    request.user.save(update_fields=["name"])
    return JsonResponse({"ok": True})


@api_view(["POST"])
@login_required
def unfollow(request, pk):
    request.user.follows.filter(pk=pk).delete()
    return JsonResponse({"ok": True})
