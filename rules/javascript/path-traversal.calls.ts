import path from "node:path";
import fs from "node:fs";
import { error } from "@sveltejs/kit";
import * as tar from "tar";

export function getFile(call: Call, callback: Answer) {
  // ruleid: javascript.path-traversal
  fs.readFile(path.join(STORE, call.request.name), (_error, content) => callback(null, { content }));
}
export function getFileOfFolder(call: Call, callback: Answer) {
  // ok: javascript.path-traversal
  fs.readFile(path.join(STORE, path.basename(call.request.name)), (_error, content) => callback(null, { content }));
}
export function placeCall(call: Call) {
  // ok: javascript.path-traversal
  return fs.readFileSync(path.join(STORE, call.kind));
}
export async function sendCard(req: Request, res: Response) {
  // ruleid: javascript.path-traversal
  await transport.sendMail({ to: TEAM, subject: "A card", attachments: [{ path: req.body.picture }] });
  // ok: javascript.path-traversal
  await transport.sendMail({ to: TEAM, subject: "A card", attachments: [{ filename: "card.txt", content: req.body.text }] });
  res.sendStatus(202);
}
export async function unpack(req: Request, res: Response) {
  // ruleid: javascript.path-traversal
  await tar.x({ file: req.file.path, cwd: `/srv/sites/${req.params.site}` });
  // ok: javascript.path-traversal
  await tar.x({ file: req.file.path, cwd: path.join("/srv/sites", path.basename(req.params.site)) });
  res.sendStatus(201);
}
export async function ask(req: Request, res: Response) {
  const answer = await client.chat.completions.create({ model: "m", messages: [{ role: "user", content: req.body.text }] });
  // What a model answers is told by a rule of its own.
  // ok: javascript.path-traversal
  await fs.promises.writeFile(path.join("/srv/notes", answer.choices[0].message.content), "");
  // ruleid: javascript.path-traversal
  await fs.promises.writeFile(path.join("/srv/notes", req.body.name), "");
}
export function keyFor(header: Header, done: Done) {
  // ruleid: javascript.path-traversal
  fs.readFile(`/etc/app/keys/${header.kid}.pem`, done);
  if (!/^[a-z0-9-]{1,40}$/.test(header.kid)) return done(new Error("unknown key"));
  // ok: javascript.path-traversal
  fs.readFile(`/etc/app/keys/${header.kid}.pem`, done);
}
export async function page({ params }: { params: { slug: string } }, event: Event) {
  const slug = event.request.query.slug;
  if (!/^[a-z0-9-]+$/.test(slug)) error(404);
  // ok: javascript.path-traversal
  return fs.promises.readFile(`content/${slug}.md`, "utf8");
}
bot.command("note", async (ctx) => {
  const name = ctx.message.text.slice(6);
  // ruleid: javascript.path-traversal
  ctx.reply(await Bun.file(`./notes/${name}`).text());
  // ok: javascript.path-traversal
  ctx.reply(await Bun.file(`./notes/${path.basename(name)}`).text());
});
telegramBot.onText(/^\/show (.+)/, (message, match) => {
  // ruleid: javascript.path-traversal
  telegramBot.sendMessage(message.chat.id, fs.readFileSync("notes/" + match[1], "utf8"));
});
