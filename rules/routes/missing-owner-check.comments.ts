import { z } from "zod";
import { protectedProcedure, router } from "./trpc";

const OfPost = z.object({ postId: z.string() });

// Who wrote a comment says nothing of whose the post is.
export const posts = router({
  comment: protectedProcedure.input(OfPost).mutation(async ({ ctx, input }) => {
    const post = await db.post.findUnique({ where: { id: input.postId } });
    return db.comment.create({ data: { postId: post.id, authorId: ctx.session.user.id } });
  }),
  report: protectedProcedure.input(OfPost).mutation(async ({ ctx, input }) => {
    const post = await db.post.findUnique({ where: { id: input.postId } });
    return db.report.create({ data: { postId: post.id, userId: ctx.session.user.id } });
  }),
  // ok: routes.missing-owner-check
  countView: protectedProcedure.input(OfPost).mutation(async ({ input }) => {
    return db.post.update({ where: { id: input.postId }, data: { views: { increment: 1 } } });
  }),
});
