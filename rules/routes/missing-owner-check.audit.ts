import { z } from "zod";
import { protectedProcedure, router } from "./trpc";

const ById = z.object({ id: z.string() });

export const posts = router({
  // ok: routes.missing-owner-check
  rename: protectedProcedure.input(ById).mutation(async ({ ctx, input }) => {
    return db.post.update({ where: { id: input.id, userId: ctx.session.user.id }, data: {} });
  }),
  // ok: routes.missing-owner-check
  archive: protectedProcedure.input(ById).mutation(async ({ ctx, input }) => {
    return db.post.update({ where: { id: input.id, userId: ctx.session.user.id }, data: { archived: true } });
  }),
  // ruleid: routes.missing-owner-check
  remove: protectedProcedure.input(ById).mutation(async ({ ctx, input }) => {
    await db.post.delete({ where: { id: input.id } });
    await db.audit.create({ data: { userId: ctx.session.user.id } });
  }),
  // ok: routes.missing-owner-check
  drop: protectedProcedure.input(ById).mutation(async ({ ctx, input }) => {
    await db.post.deleteMany({ where: { id: input.id, userId: ctx.session.user.id } });
    await db.audit.create({ data: { userId: ctx.session.user.id } });
  }),
  // Everybody may comment.
  // ok: routes.missing-owner-check
  comment: protectedProcedure.input(ById).mutation(async ({ ctx, input }) => {
    const post = await db.post.findUnique({ where: { id: input.id } });
    return db.comment.create({ data: { postId: post.id, authorId: ctx.session.user.id } });
  }),
});
