import { z } from "zod";
import { protectedProcedure, router } from "./trpc";

// Everybody who is signed in may read an article; its author alone changes it.
export const articles = router({
  // ok: routes.missing-owner-check
  read: protectedProcedure.input(z.object({ id: z.string() })).query(({ ctx, input }) => ctx.db.article.findUnique({ where: { id: input.id } })),
  edit: protectedProcedure.input(z.object({ id: z.string() })).mutation(({ ctx, input }) => {
    return ctx.db.article.updateMany({ where: { id: input.id, authorId: ctx.session.user.id }, data: { draft: true } });
  }),
  remove: protectedProcedure.input(z.object({ id: z.string() })).mutation(({ ctx, input }) => {
    return ctx.db.article.deleteMany({ where: { id: input.id, authorId: ctx.session.user.id } });
  }),
});
