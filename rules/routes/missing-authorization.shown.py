from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render


# ok: routes.missing-authorization
def article_list(request):
    return render(request, "articles.html", {"articles": Article.objects.filter(published=True)})


# ok: routes.missing-authorization
@login_required
def hide_article(request, pk):
    Article.objects.filter(pk=pk).update(hidden=True)
    return redirect("articles")


# ok: routes.missing-authorization
@login_required
def write_article(request):
    form = ArticleForm(request.POST)
    form.save()
    return redirect("articles")


# ok: routes.missing-authorization
@login_required
def change_article(request, pk):
    ArticleForm(request.POST, instance=get_object_or_404(Article, pk=pk)).save()
    return redirect("articles")


# ok: routes.missing-authorization
@login_required
def feature_article(request, pk):
    Article.objects.filter(pk=pk).update(featured=True)
    return redirect("articles")


# ruleid: routes.missing-authorization
def drop_article(request, pk):
    get_object_or_404(Article, pk=pk).delete()
    return redirect("articles")


# ruleid: routes.missing-authorization
def export_readers(request):
    return render(request, "readers.csv", {"readers": Reader.objects.all()})


# ok: routes.missing-authorization
def read_token(request):
    return jwt.decode(request.META["HTTP_AUTHORIZATION"][7:], KEY, algorithms=["HS256"])
