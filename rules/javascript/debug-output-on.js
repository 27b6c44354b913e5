const errorhandler = require("errorhandler");
const { ApolloServer } = require("@apollo/server");

// ruleid: javascript.debug-output-on
const a = new ApolloServer({ typeDefs, resolvers, introspection: true });
// ruleid: javascript.debug-output-on
const b = new ApolloServer({ typeDefs, resolvers, includeStacktraceInErrorResponses: true });
// ruleid: javascript.debug-output-on
app.use(errorhandler());
// ruleid: javascript.debug-output-on
app.use("/graphql", graphqlHTTP({ schema, graphiql: true }));

// ok: javascript.debug-output-on
const c = new ApolloServer({ typeDefs, resolvers, introspection: process.env.NODE_ENV !== "production" });
// ok: javascript.debug-output-on
const d = new ApolloServer({ typeDefs, resolvers, csrfPrevention: true });
// ok: javascript.debug-output-on
if (process.env.NODE_ENV === "development") app.use(errorhandler());
