import { and, eq } from "drizzle-orm";

export async function remove(id: number, author: Author) {
  // ruleid: javascript.permission-check-removed
  await db.delete(articles).where(eq(articles.id, id));
}

export function owned(id: string, ownerId: string) {
  // ruleid: javascript.permission-check-removed
  return prisma.parcel.findFirst({ where: { id } });
}

export async function change(id: string, user: User) {
  // ruleid: javascript.permission-check-removed
  return Order.findOne({ _id: id });
}

export function list(query: Query, user: User) {
  // ruleid: javascript.permission-check-removed
  return query.where("state", "open").orderBy("id");
}

export async function rename(id: string, user: User, name: string) {
  const team = await prisma.team.findUnique({ where: { id } });
  if (team.ownerId !== user.id) throw new Forbidden();
  // ok: javascript.permission-check-removed
  await prisma.team.update({ where: { id }, data: { name } });
}

export async function create(user: User, name: string) {
  // ok: javascript.permission-check-removed
  await prisma.team.create({ data: { name } });
}

export async function newest(user: User) {
  // ok: javascript.permission-check-removed
  return prisma.note.findMany({ where: { authorId: user.id, state: "live" }, orderBy: { id: "desc" } });
}

export async function invoice(orgId: string, id: string) {
  // ruleid: javascript.permission-check-removed
  const { rows } = await pool.query("SELECT * FROM invoices WHERE id = $1", [id]);
  return rows[0];
}

export async function erase(userId: string, id: string) {
  // ruleid: javascript.permission-check-removed
  await pool.query(`DELETE FROM notes WHERE id = $1`, [id]);
}

export async function kept(tenantId: string, id: string) {
  // ok: javascript.permission-check-removed
  const { rows } = await pool.query("SELECT * FROM parcels WHERE tenant_id = $1 AND id = $2", [tenantId, id]);
  return rows[0];
}

export async function compared(tenantId: string, id: string) {
  // ok: javascript.permission-check-removed
  const { rows } = await pool.query("SELECT * FROM bills WHERE id = $1", [id]);
  if (rows[0].tenant_id !== tenantId) throw new ForbiddenError();
  return rows[0];
}

export async function retitle(userId: string, id: string, text: string) {
  // ruleid: javascript.permission-check-removed
  await sql`UPDATE notes SET text = ${text} WHERE id = ${id}`;
}
