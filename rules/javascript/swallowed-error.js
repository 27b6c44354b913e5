function first() {
  // ruleid: javascript.swallowed-error
  try {
    work();
  } catch (error) {}
}

function second() {
  // ruleid: javascript.swallowed-error
  try {
    work();
  } catch {}
}

function third() {
  // ruleid: javascript.swallowed-error
  send().catch(() => {});
}

function fourth() {
  // ok: javascript.swallowed-error
  try {
    work();
  } catch (error) {
    logger.error(error);
  }
}

function fifth() {
  // ok: javascript.swallowed-error
  try {
    work();
  } finally {
    done();
  }
}

function sixth() {
  // ok: javascript.swallowed-error
  send().catch((error) => report(error));
}
