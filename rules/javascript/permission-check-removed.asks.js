function canRead(user, photo) {
  if (!user) return false;
  // ruleid: javascript.permission-check-removed
  return true;
}

const mayDelete = (user, note) => {
  log.debug(`delete ${note.id}`);
  // ruleid: javascript.permission-check-removed
  return Boolean(user);
};

class Policy {
  canArchive(user, order) {
    if (order.archived) return false;
    // ruleid: javascript.permission-check-removed
    return true;
  }
}

function canShare(user, document) {
  // ok: javascript.permission-check-removed
  return Boolean(user) && (user.role === "admin" || document.ownerId === user.id);
}

function isMine(user, document) {
  // ok: javascript.permission-check-removed
  return user.id === document.ownerId;
}

function canPrint(user, document) {
  if (!user) return false;
  const isOwner = document.ownerId === user.id;
  // ok: javascript.permission-check-removed
  return isOwner;
}
