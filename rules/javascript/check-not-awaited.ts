async function isOwner(userId: string, docId: string): Promise<boolean> {
  const doc = await docs.get(docId);
  return doc?.owner === userId;
}
export async function destroy(req: Request, res: Response) {
  // ruleid: javascript.check-not-awaited
  if (!isOwner(req.user.id, req.params.id)) return res.sendStatus(403);
  await docs.remove(req.params.id);
}
export async function destroyWell(req: Request, res: Response) {
  // ok: javascript.check-not-awaited
  if (!(await isOwner(req.user.id, req.params.id))) return res.sendStatus(403);
  await docs.remove(req.params.id);
}
export function mayDestroy(req: Request) {
  // ok: javascript.check-not-awaited
  return isOwner(req.user.id, req.params.id);
}

const hasRole = async (user: User, role: string) => {
  return (await roles.of(user.id)).includes(role);
};
const isLocal = (user: User) => user.realm === "local";
export async function publish(user: User, post: Post) {
  // ruleid: javascript.check-not-awaited
  if (user.active && hasRole(user, "editor")) return posts.publish(post);
  const editor = hasRole(user, "editor");
  // ruleid: javascript.check-not-awaited
  if (!editor) throw new Error("no");
  // ok: javascript.check-not-awaited
  if (isLocal(user)) return posts.draft(post);
  const chief = await hasRole(user, "chief");
  // ok: javascript.check-not-awaited
  return chief ? posts.publish(post) : undefined;
}

class Vault {
  private async canOpen(user: User) {
    return (await this.grants.of(user.id)).open;
  }
  private known(user: User) {
    return this.users.has(user.id);
  }
  async open(user: User) {
    // ruleid: javascript.check-not-awaited
    if (!this.canOpen(user)) throw new Error("no");
    // ok: javascript.check-not-awaited
    if (!this.known(user)) throw new Error("no");
    // ok: javascript.check-not-awaited
    if (!(await this.canOpen(user))) throw new Error("no");
    return this.content;
  }
}

async function requireAdmin(user: User) {
  if (!(await roles.of(user.id)).includes("admin")) throw new Error("no");
}
async function wipe(user: User, id: string) {
  // ruleid: javascript.check-not-awaited
  requireAdmin(user);
  await stores.wipe(id);
}
async function wipeWell(user: User, id: string) {
  // ok: javascript.check-not-awaited
  await requireAdmin(user);
  // ok: javascript.check-not-awaited
  await Promise.all([requireAdmin(user), stores.lock(id)]);
  await stores.wipe(id);
}

export async function signIn(user: User | null, password: string) {
  const fits = user && bcrypt.compare(password, user.hash);
  // ruleid: javascript.check-not-awaited
  if (!fits) throw new Error("no");
  const same = user && (await bcrypt.compare(password, user.hash));
  // ok: javascript.check-not-awaited
  if (!same) throw new Error("no");
}

export async function authenticate(user: User, password: string) {
  const fits = bcrypt.compare(password, user.hash);
  // ruleid: javascript.check-not-awaited
  return fits ? user : null;
}
export async function authenticateWell(user: User, password: string) {
  const fits = await bcrypt.compare(password, user.hash);
  // ok: javascript.check-not-awaited
  return fits ? user : null;
}
// Another function of that name is handed over.
function table(isOwner: (id: string) => boolean) {
  // ok: javascript.check-not-awaited
  return isOwner("a") ? "yours" : "theirs";
}
export async function open(user: User) {
  const job = hasRole(user, "reader");
  const body = await posts.body();
  // ok: javascript.check-not-awaited
  if (job) log(await job);
  return body;
}
