app.get("/search", async (req, res) => {
  const term = req.query.q;
  // ruleid: javascript.sql-injection-orm
  const a = await knex("users").whereRaw("name LIKE '%" + term + "%'");
  // ok: javascript.sql-injection-orm
  const b = await knex("users").whereRaw("name LIKE ?", [`%${term}%`]);
  // ruleid: javascript.sql-injection-orm
  const c = await prisma.$queryRawUnsafe(`SELECT * FROM users WHERE name = '${term}'`);
  // ok: javascript.sql-injection-orm
  const d = await prisma.$queryRaw`SELECT * FROM users WHERE name = ${term}`;
  // ruleid: javascript.sql-injection-orm
  const e = await db.raw("SELECT * FROM users ORDER BY " + req.query.sort);
  // ok: javascript.sql-injection-orm
  const f = await knex("users").where("name", term).orderBy("id");
  // ruleid: javascript.sql-injection-orm
  const g = await User.findAll({ order: sequelize.literal(req.query.order) });
  // ok: javascript.sql-injection-orm
  const h = await User.findAll({ where: { name: String(term) } });
  // ruleid: javascript.sql-injection-orm
  const i = await repository.createQueryBuilder("user").where(`user.name = '${term}'`).getMany();
  // ok: javascript.sql-injection-orm
  const j = await repository.createQueryBuilder("user").where("user.name = :term", { term }).getMany();
  // ok: javascript.sql-injection-orm
  const k = await prisma.$queryRawUnsafe("SELECT * FROM users WHERE name = $1", term);
  res.json({ a, b, c, d, e, f, g, h, i, j, k });
});

app.get("/people", async (req, res) => {
  const people = dataSource.getRepository(Person).createQueryBuilder("p");
  // ruleid: javascript.sql-injection-orm
  people.orderBy(`p.${req.query.sort}`);
  // ok: javascript.sql-injection-orm
  people.where("p.name = :name", { name: req.query.name }).addOrderBy("p.name");
  // ruleid: javascript.sql-injection-orm
  const rows = await persons.createQueryBuilder("p").where("p.active").andWhere(`p.city = '${req.query.city}'`).getMany();
  // ok: javascript.sql-injection-orm
  const others = await persons.createQueryBuilder("p").where("p.active").andWhere("p.city = :city", { city: req.query.city }).getMany();
  res.json({ people: await people.getMany(), rows, others });
});

export async function ordered(request) {
  const body = await request.json();
  // ruleid: javascript.sql-injection-orm
  return prisma.$queryRaw`SELECT id FROM "Article" ORDER BY ${Prisma.raw(body.order)}`;
}
export async function orderedByName(request) {
  const body = await request.json();
  // ok: javascript.sql-injection-orm
  return prisma.$queryRaw`SELECT id FROM "Article" WHERE name = ${body.name}`;
}
