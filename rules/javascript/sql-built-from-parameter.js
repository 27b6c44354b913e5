async function findByEmail(email) {
  // ruleid: javascript.sql-built-from-parameter
  return pool.query("SELECT * FROM users WHERE email = '" + email + "'");
}

const findOrders = async (status, limit) => {
  const sql = `SELECT * FROM orders WHERE status = '${status}' LIMIT 10`;
  // ruleid: javascript.sql-built-from-parameter
  return db.all(sql);
};

class Users {
  async rename(id, name) {
    // ruleid: javascript.sql-built-from-parameter
    await this.db.execute(`UPDATE users SET name = '${name}' WHERE id = ${Number(id)}`);
  }
  async byId(id) {
    // ok: javascript.sql-built-from-parameter
    return this.db.query("SELECT * FROM users WHERE id = $1", [id]);
  }
  async page(page) {
    // ok: javascript.sql-built-from-parameter
    return this.db.query(`SELECT * FROM users LIMIT 20 OFFSET ${parseInt(page, 10) * 20}`);
  }
}

function run(query) {
  // ok: javascript.sql-built-from-parameter
  return cache.get(query);
}

const TABLE = "users";
function all() {
  // ok: javascript.sql-built-from-parameter
  return pool.query(`SELECT * FROM ${TABLE}`);
}

function execute(sql, values) {
  // ok: javascript.sql-built-from-parameter
  return pool.query(sql, values);
}

function quoted(name) {
  return '"' + name + '"';
}

function every(db) {
  // ok: javascript.sql-built-from-parameter
  return db.query("SELECT id FROM " + quoted("users"));
}

function everyOf(db, given) {
  // ruleid: javascript.sql-built-from-parameter
  return db.query("SELECT id FROM " + quoted(given));
}

function byMail(db, mail) {
  const q = `SELECT id FROM users WHERE mail = '${mail}'`;
  // ruleid: javascript.sql-built-from-parameter
  return db.query(q);
}

function byNumber(db, number) {
  const q = "SELECT id FROM users WHERE number = $1";
  // ok: javascript.sql-built-from-parameter
  return db.query(q, [number]);
}

export function runBuilt(runner, name) {
  const sql = runner.builder.where({ name }).toSQL();
  // ok: javascript.sql-built-from-parameter
  return runner.query(sql);
}

class Users {
  byRole(role) {
    // ruleid: javascript.sql-built-from-parameter
    return this.repo.createQueryBuilder("u").where(`u.role = '${role}'`).getMany();
  }
  byTeam(team) {
    // ok: javascript.sql-built-from-parameter
    return this.repo.createQueryBuilder("u").where("u.team = :team", { team }).getMany();
  }
}

async function listOrders(pool, order) {
  let sql = "SELECT * FROM orders";
  // ruleid: javascript.sql-built-from-parameter
  return pool.query(sql.concat(" ORDER BY ", order));
}

function searchReports(repository, term) {
  return repository
    .createQueryBuilder("r")
    // ruleid: javascript.sql-built-from-parameter
    .where(`r.title ILIKE '%${term}%'`)
    .getMany();
}
function searchReportsSafely(repository, term) {
  return repository
    .createQueryBuilder("r")
    // ok: javascript.sql-built-from-parameter
    .where("r.title ILIKE :term", { term: `%${term}%` })
    .getMany();
}

class Tables {
  drop(name, options) {
    const sql = this.queryGenerator.dropTableQuery(name, options);
    // ok: javascript.sql-built-from-parameter
    return this.database.query(sql, options);
  }
  rename(name, other) {
    const sql = this.dialect.renameTable(name, other);
    // ok: javascript.sql-built-from-parameter
    return this.database.query(sql);
  }
  clear(name) {
    const sql = this.names.prefixed("TRUNCATE TABLE " + name);
    // ruleid: javascript.sql-built-from-parameter
    return this.database.query(sql);
  }
}

function searchTickets(repo, text, query) {
  const builder = repo.createQueryBuilder("t");
  // ruleid: javascript.sql-built-from-parameter
  builder.andWhere(`t.subject LIKE '%${text}%'`);
  // ok: javascript.sql-built-from-parameter
  builder.andWhere("t.subject LIKE :text", { text: `%${text}%` });
  // ok: javascript.sql-built-from-parameter
  return pool.query(query);
}
function runText(pool, text, values) {
  // ok: javascript.sql-built-from-parameter
  return pool.query(text, values);
}
