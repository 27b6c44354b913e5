# ruleid: python.csrf-check-removed
def change_password(request):
    request.user.set_password(request.POST["password"])
    request.user.save()

app = Flask(__name__)
# ruleid: python.csrf-check-removed
app.register_blueprint(orders)
app.register_blueprint(people)

def transfer(request):
    # ruleid: python.csrf-check-removed
    bank.move(request.json["from"], request.json["to"])
    return "", 204

@requires_csrf_token
# ok: python.csrf-check-removed
def change_mail(request):
    request.user.mail = request.POST["mail"]
    request.user.save()

def vote(request):
    validate_csrf(request.form["csrf"])
    # ok: python.csrf-check-removed
    votes.add(request.form["choice"])
    return redirect("/")

# ok: python.csrf-check-removed
def terms(request):
    return render(request, "terms.html")


@login_required
# ruleid: python.csrf-check-removed
def drop_photo(request, pk):
    get_object_or_404(Photo, pk=pk, owner=request.user).delete()
    return redirect("photos")


@login_required
@require_http_methods(["POST", "DELETE"])
# ok: python.csrf-check-removed
def drop_note(request, pk):
    get_object_or_404(Note, pk=pk, owner=request.user).delete()
    return redirect("notes")


# ok: python.csrf-check-removed
def edit_note(request, pk):
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("notes")
    return render(request, "note.html", {"form": form})


def hide_note(request, pk):
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    # ok: python.csrf-check-removed
    get_object_or_404(Note, pk=pk, owner=request.user).hide()
    return redirect("notes")


@app.post("/items/drop")
# ok: python.csrf-check-removed
def drop_item():
    items.remove(request.form["id"])
    return redirect("/")


@login_required
@api_view(["POST"])
# ok: python.csrf-check-removed
def rename(request):
    request.user.name = request.POST["name"]
    request.user.save(update_fields=["name"])
    return JsonResponse({"ok": True})


@login_required
# ruleid: python.csrf-check-removed
def unfollow(request, pk):
    request.user.follows.filter(pk=pk).delete()
    return JsonResponse({"ok": True})
