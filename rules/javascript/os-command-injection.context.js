// Contexts that hold a path: of a request, and of something else.
const { exec } = require("node:child_process");
const Koa = require("koa");

const app = new Koa();
app.use(async (ctx) => {
  // ruleid: javascript.os-command-injection
  exec(`du -s static${ctx.path}`);
  ctx.body = "counted";
});
