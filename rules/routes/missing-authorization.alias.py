from typing import Annotated

from fastapi import APIRouter, Depends

router = APIRouter(prefix="/jobs")
Db = Annotated[Session, Depends(get_db)]
Me = Annotated[User, Depends(current_user)]


# ok: routes.missing-authorization
@router.get("")
def list_jobs(db: Db, me: Me):
    return db.mine(me.id)


# ok: routes.missing-authorization
@router.delete("/{job_id}")
def delete_job(job_id: int, db: Db, me: Me):
    return db.remove(job_id, me.id)


# ruleid: routes.missing-authorization
@router.post("/{job_id}/rerun")
def rerun(job_id: int, db: Db):
    run_job.delay(db.get(Job, job_id).id)


def own_job(job_id: int, db: Db, me: Me) -> Job:
    job = db.get(Job, job_id)
    if job.owner_id != me.id:
        raise LookupError(job_id)
    return job


# ok: routes.missing-authorization
@router.post("/{job_id}/stop")
def stop(job: Annotated[Job, Depends(own_job)]):
    job.stop()


def any_job(job_id: int, db: Db) -> Job:
    return db.get(Job, job_id)


# ruleid: routes.missing-authorization
@router.post("/{job_id}/pause")
def pause(job: Annotated[Job, Depends(any_job)]):
    job.pause()


cards = APIRouter(prefix="/cards")


def card_of(card_id: int, user: CurrentUser) -> Card:
    return one(Card, card_id, user.id)


# ok: routes.missing-authorization
@cards.get("/{card_id}")
def show_card(card: Card = Depends(card_of)):
    return card


# ok: routes.missing-authorization
@cards.get("/")
def list_cards(user: CurrentUser):
    return mine(user.id)


# ok: routes.missing-authorization
@cards.post("/")
def open_card(kind: str, user: CurrentUser):
    return make(kind, user.id)


# ruleid: routes.missing-authorization
@cards.post("/{card_id}/block")
def block_card(card: Card = Depends(any_card)):
    card.block()
