import logging

logger = logging.getLogger(__name__)


def record_failure(username: str) -> None:
    # ruleid: python.log-from-parameter
    logger.warning("Failed login for user: %s" % username)


def record_search(self, search_term):
    # ruleid: python.log-from-parameter
    logger.info(f"searched for {search_term}")


def record_address(email):
    # ruleid: python.log-from-parameter
    logger.error("no such account: %s", email)


def record_quoted(username: str) -> None:
    # ok: python.log-from-parameter
    logger.warning("Failed login for user: %r", username)


def record_line(username: str) -> None:
    # ok: python.log-from-parameter
    logger.warning("Failed login for user: %s", username.replace("\n", " "))


def record_job(job_name: str) -> None:
    # ok: python.log-from-parameter
    logger.warning("job %s", job_name)
