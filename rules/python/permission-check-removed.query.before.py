from django.shortcuts import get_object_or_404, redirect


@login_required
def close(request, pk):
    ticket = get_object_or_404(Ticket, pk=pk, owner=request.user)
    ticket.delete()
    return redirect("/")


class TicketViewSet(viewsets.ModelViewSet):
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        return Ticket.objects.filter(owner=self.request.user)


@router.get("/notes/{note_id}")
def note(note_id: int, db: Session = Depends(get_db), user: User = Depends(current_user)):
    return db.scalar(select(Note).where(Note.id == note_id, Note.owner_id == user.id))


@router.get("/notes")
def notes(tag: str, db: Session = Depends(get_db), user: User = Depends(current_user)):
    query = select(Note).where(Note.tag == tag).where(Note.owner_id == user.id)
    return db.scalars(query).all()


@router.delete("/notes/{note_id}")
def drop(note_id: int, db: Session = Depends(get_db), current_user: User = Depends(get_user)):
    note = db.query(Note).filter(Note.id == note_id, Note.owner_id == current_user.id).first()
    db.delete(note)


@router.get("/tags")
def tags(name: str, db: Session = Depends(get_db), user: User = Depends(current_user)):
    return db.scalars(select(Tag).where(Tag.owner_id == user.id, Tag.name == name)).all()


@router.get("/books")
def books(author_id: int, db: Session = Depends(get_db)):
    return db.scalars(select(Book).where(Book.shelf == 1, Book.author_id == author_id)).all()
