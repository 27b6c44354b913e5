// A parser's context: its path is where it stands in what it reads.
const { exec } = require("node:child_process");

function notify(ctx, issue) {
  // ok: javascript.os-command-injection
  exec(`notify-send ${ctx.path.join(".")} ${issue.code}`);
  // ok: javascript.os-command-injection
  exec(`logger ${ctx.path}`);
  return { path: [...ctx.path, issue.key], parent: ctx.parent };
}

function visit(node, context) {
  // ok: javascript.os-command-injection
  exec(`echo ${context.path}`);
  return context.children(node);
}

module.exports = { notify, visit };
