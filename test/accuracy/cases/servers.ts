import { exec, execSync, spawn, execFile } from "child_process";
import fs from "fs"; import path from "path"; import axios from "axios"; import { Hono } from "hono"; import Koa from "koa";
import { Controller, Get, Post, Body, Query, Param, Req, Res } from "@nestjs/common";
import { NextRequest, NextResponse } from "next/server";
import mysql from "mysql2/promise"; import { MongoClient } from "mongodb"; import jwt from "jsonwebtoken"; import _ from "lodash"; import libxml from "libxmljs";
const router = new Router(); const app = new Hono(); const fastify = require("fastify")();
router.get("/a", async (ctx) => { ctx.body = execSync("ls " + ctx.query.d).toString(); }); // bad: CWE-78
router.post("/b", async (ctx) => { await db.query("SELECT * FROM t WHERE n = '" + ctx.request.body.n + "'"); }); // bad: CWE-89
router.get("/c", (ctx) => { ctx.redirect(ctx.query.to); }); // bad: CWE-601
router.get("/d", (ctx) => { ctx.body = "<h1>" + ctx.query.n + "</h1>"; }); // bad: CWE-79
app.get("/e", (c) => c.html(`<h1>${c.req.query("n")}</h1>`)); // bad: CWE-79
app.get("/f", async (c) => { const r = await fetch(c.req.query("u")!); return c.text(await r.text()); }); // bad: CWE-918
app.post("/g", async (c) => { const b = await c.req.json(); return c.json(eval(b.e)); }); // bad: CWE-94
fastify.get("/h", async (request, reply) => { return fs.promises.readFile("/srv/" + request.query.f, "utf8"); }); // bad: CWE-22
fastify.post("/i", async (request: FastifyRequest<{ Body: B }>, reply: FastifyReply) => { const { id } = request.body; return pool.query(`DELETE FROM t WHERE id = ${id}`); }); // bad: CWE-89
fastify.get("/j", (req, reply) => { reply.type("text/html").send("<b>" + req.query.n + "</b>"); }); // bad: CWE-79
@Controller("x")
export class X {
  @Get() a(@Query("q") q: string) { return this.repo.query(`SELECT * FROM t WHERE q = '${q}'`); } // bad: CWE-89
  @Post() b(@Body() dto: RunDto) { return execSync(`run ${dto.name}`); } // bad: CWE-78
  @Get("f") c(@Param("f") f: string, @Res() res: Response) { res.sendFile("/srv/" + f); } // bad: CWE-22
  @Get("g") d(@Req() req: Request) { return axios.get(req.query.url as string); } // bad: CWE-918
}
export async function GET(request: NextRequest) { const u = request.nextUrl.searchParams.get("u"); return NextResponse.redirect(u!); } // bad: CWE-601
export async function POST(request: Request) { const { cmd } = await request.json(); exec(cmd); return Response.json({}); } // bad: CWE-78
export default async function Page({ searchParams }: { searchParams: { q: string } }) { const rows = await sql.unsafe(`SELECT * FROM t WHERE q = '${searchParams.q}'`); return rows; } // bad: CWE-89
app2.get("/k", (req: Request, res: Response) => { res.send(`<p>${req.query.n}</p>`); }); // bad: CWE-79
app2.get("/l", async (req, res) => { const u = await users.findOne({ name: req.body.name, password: req.body.password }); res.json(u); }); // bad: CWE-943
app2.post("/m", async (req, res) => { await User.update(req.body, { where: { id: req.params.id } }); res.end(); }); // bad: CWE-915
app2.post("/n", (req, res) => { _.merge(config, req.body); res.end(); }); // bad: CWE-1321
app2.post("/o", (req, res) => { const doc = libxml.parseXml(req.body, { noent: true }); res.end(); }); // bad: CWE-611
app2.get("/p", (req, res) => { const file = path.join("/srv", req.params.name); fs.createReadStream(file).pipe(res); }); // bad: CWE-22
app2.get("/q", (req, res) => { res.setHeader("X-A", req.query.a); res.end(); });
app2.get("/r", (req, res) => { console.log("user " + req.query.u); res.end(); }); // bad: CWE-117
app2.get("/s", (req, res) => { const re = new RegExp(req.query.p); res.json(re.test("x")); }); // bad: CWE-1333
app2.get("/t", async (req, res) => { const { data } = await axios({ method: "get", url: req.query.u }); res.send(data); }); // bad: CWE-918
app2.get("/u", (req, res) => { const t = Handlebars.compile(req.body.t); res.send(t({})); }); // bad: CWE-1336
app2.get("/v", async (req, res) => { const out = await prisma.$queryRawUnsafe(`SELECT * FROM t WHERE n = '${req.query.n}'`); res.json(out); }); // bad: CWE-89
app2.get("/w", async (req, res) => { const out = await sequelize.query("SELECT * FROM t WHERE n = '" + req.query.n + "'"); res.json(out); }); // bad: CWE-89
app2.get("/x", (req, res) => { const id = req.params.id; const q = "SELECT * FROM t WHERE id = " + id; connection.query(q, (e, r) => res.json(r)); }); // bad: CWE-89
app2.get("/y", (req, res) => { spawn("bash", ["-c", `echo ${req.query.x}`]); res.end(); }); // bad: CWE-78
app2.get("/z", (req, res) => { const obj = {}; obj[req.query.k] = req.query.v; res.json(obj); });
app2.get("/aa", (req, res) => { const t = jwt.decode(req.headers.authorization); res.json(t.user); }); // bad: CWE-347
app2.get("/ab", async (req, res) => { const r = await collection.find({ $where: `this.n == '${req.query.n}'` }).toArray(); res.json(r); }); // bad: CWE-943
export const handler = async (event) => { const r = execSync("ls " + event.queryStringParameters.d); return { body: r.toString() }; }; // bad: CWE-78
async function save(formData: FormData) { "use server"; await db.execute(`INSERT INTO t VALUES ('${formData.get("n")}')`); } // bad: CWE-89
wss.on("connection", (ws) => { ws.on("message", (msg) => { eval(msg.toString()); }); }); // bad: CWE-94
io.on("connection", (socket) => { socket.on("run", (cmd) => { exec(cmd); }); }); // bad: CWE-78
