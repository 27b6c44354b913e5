const resolvers = {
  Mutation: {
    renameTeam: async (_, { id, name }, { user, db }) => {
      if (!user) throw new Error("unauthenticated");
      return db.teams.rename(id, name, user.id);
    },
    addMember: async (_, { id, mail }, { user, db }) => {
      if (!user) throw new Error("unauthenticated");
      return db.teams.add(id, mail, user.id);
    },
    // ruleid: javascript.mutation-unlike-siblings
    deleteTeam: async (_, { id }, { db }) => {
      return db.teams.remove(id);
    },
    // ok: javascript.mutation-unlike-siblings
    archiveTeam: async (_, { id }, { user, db }) => {
      if (!user) throw new Error("unauthenticated");
      return db.teams.archive(id, user.id);
    },
    // Who signs in is nobody yet.
    // ok: javascript.mutation-unlike-siblings
    deleteTag: (_, { id }, context) => tags.remove(context, id),
    // ok: javascript.mutation-unlike-siblings
    addFeedback: (_, { text }, { db }) => db.feedback.add(text),
    // ok: javascript.mutation-unlike-siblings
    createSession: async (_, { mail, pass }, { db }) => db.sessions.signIn(mail, pass),
  },
};
const Mutation = {
  async updatePost(parent, args, ctx) {
    if (!ctx.user) throw new Error("no");
    return ctx.db.posts.update(args.id, args.post);
  },
  async publishPost(parent, args, ctx) {
    if (!ctx.user) throw new Error("no");
    return ctx.db.posts.publish(args.id);
  },
  // ruleid: javascript.mutation-unlike-siblings
  async removePost(parent, args, ctx) {
    return ctx.db.posts.remove(args.id);
  },
};
resolvers.Mutation = {
  setTitle: (root, { id, title }, ctx) => {
    requireUser(ctx);
    return books.title(id, title);
  },
  setPrice: (root, { id, price }, ctx) => {
    requireUser(ctx);
    return books.price(id, price);
  },
  // ruleid: javascript.mutation-unlike-siblings
  setStock: (root, { id, stock }) => books.stock(id, stock),
};
// Here none of them asks: who does stands elsewhere.
const open = {
  Mutation: {
    // ok: javascript.mutation-unlike-siblings
    addLike: (_, { id }) => likes.add(id),
    // ok: javascript.mutation-unlike-siblings
    removeLike: (_, { id }) => likes.remove(id),
  },
};
