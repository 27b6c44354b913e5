from django.shortcuts import get_object_or_404, redirect


@login_required
def close(request, pk):
    # ruleid: python.permission-check-removed
    ticket = get_object_or_404(Ticket, pk=pk)
    ticket.delete()
    return redirect("/")


class TicketViewSet(viewsets.ModelViewSet):
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        # ruleid: python.permission-check-removed
        return Ticket.objects.all()


@router.get("/notes/{note_id}")
def note(note_id: int, db: Session = Depends(get_db), user: User = Depends(current_user)):
    # ruleid: python.permission-check-removed
    return db.scalar(select(Note).where(Note.id == note_id))


@router.get("/notes")
def notes(tag: str, db: Session = Depends(get_db), user: User = Depends(current_user)):
    # ruleid: python.permission-check-removed
    query = select(Note).where(Note.tag == tag)
    return db.scalars(query).all()


@router.delete("/notes/{note_id}")
def drop(note_id: int, db: Session = Depends(get_db), current_user: User = Depends(get_user)):
    # ruleid: python.permission-check-removed
    note = db.query(Note).filter(Note.id == note_id).first()
    db.delete(note)


@router.get("/tags")
def tags(name: str, db: Session = Depends(get_db), user: User = Depends(current_user)):
    # ok: python.permission-check-removed
    return db.scalars(select(Tag).where(Tag.name == name).where(Tag.owner_id == user.id)).all()


@router.get("/books")
def books(author_id: int, db: Session = Depends(get_db)):
    # ok: python.permission-check-removed
    return db.scalars(select(Book).where(Book.shelf == 1)).all()
