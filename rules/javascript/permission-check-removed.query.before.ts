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
