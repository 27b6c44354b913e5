function canRead(user, photo) {
  if (!user) return false;
  return photo.authorId === user.id;
}

const mayDelete = (user, note) => {
  log.debug(`delete ${note.id}`);
  return user.role === "admin" || note.ownerId === user.id;
};

class Policy {
  canArchive(user, order) {
    if (order.archived) return false;
    return order.userId === user.id;
  }
}

function canShare(user, document) {
  if (!user) return false;
  if (user.role === "admin") return true;
  return document.ownerId === user.id;
}

function isMine(user, document) {
  return document.ownerId === user.id;
}

function canPrint(user, document) {
  if (!user) return false;
  return document.ownerId === user.id;
}
