import { and, eq } from "drizzle-orm";

export async function remove(id: number, author: Author) {
  await db.delete(articles).where(and(eq(articles.id, id), eq(articles.authorId, author.userId)));
}

export function owned(id: string, ownerId: string) {
  return prisma.parcel.findFirst({ where: { id, ownerId } });
}

export async function change(id: string, user: User) {
  return Order.findOne({ _id: id, customer: user.id });
}

export function list(query: Query, user: User) {
  return query.where("state", "open").andWhere("tenant_id", user.tenantId).orderBy("id");
}

export async function rename(id: string, user: User, name: string) {
  await prisma.team.update({ where: { id, ownerId: user.id }, data: { name } });
}

export async function create(user: User, name: string) {
  await prisma.team.create({ data: { name, ownerId: user.id } });
}

export async function newest(user: User) {
  return prisma.note.findMany({ where: { authorId: user.id }, orderBy: { id: "desc" } });
}

export async function invoice(orgId: string, id: string) {
  const { rows } = await pool.query("SELECT * FROM invoices WHERE id = $1 AND org_id = $2", [id, orgId]);
  return rows[0];
}

export async function erase(userId: string, id: string) {
  await pool.query(`DELETE FROM notes WHERE owner_id = $2 AND id = $1`, [id, userId]);
}

export async function kept(tenantId: string, id: string) {
  const { rows } = await pool.query("SELECT * FROM parcels WHERE id = $1 AND tenant_id = $2", [id, tenantId]);
  return rows[0];
}

export async function compared(tenantId: string, id: string) {
  const { rows } = await pool.query("SELECT * FROM bills WHERE id = $1 AND tenant_id = $2", [id, tenantId]);
  return rows[0];
}

export async function retitle(userId: string, id: string, text: string) {
  await sql`UPDATE notes SET text = ${text} WHERE id = ${id} AND user_id = ${userId}`;
}
