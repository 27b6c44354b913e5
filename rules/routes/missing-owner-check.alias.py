from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException

router = APIRouter(prefix="/jobs")
Db = Annotated[Session, Depends(get_db)]
Me = Annotated[User, Depends(current_user)]


# ok: routes.missing-owner-check
@router.get("/{job_id}")
def get_job(job_id: int, db: Db, me: Me):
    job = db.get(Job, job_id)
    if job is None or job.owner_id != me.id:
        raise HTTPException(404)
    return job


# ok: routes.missing-owner-check
@router.delete("/{job_id}")
def delete_job(job_id: int, db: Db, me: Me):
    job = db.get(Job, job_id)
    if job is None or job.owner_id != me.id:
        raise HTTPException(404)
    db.delete(job)


# ruleid: routes.missing-owner-check
@router.patch("/{job_id}")
def patch_job(job_id: int, db: Db, me: Me):
    job = db.get(Job, job_id)
    job.source = "x"
    db.commit()


# ok: routes.missing-owner-check
@router.put("/{job_id}")
def put_job(job_id: int, db: Db, me: Me):
    job = job_of(db, job_id, me)
    job.source = "y"
    db.commit()
