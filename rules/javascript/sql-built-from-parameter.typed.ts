class Orders {
  // Nothing but a number gets in by way of a caller that is compiled.
  one(id: number) {
    // ok: javascript.sql-built-from-parameter
    return this.db.query(`SELECT * FROM orders WHERE id = ${id}`);
  }
  open(id: number, open: boolean) {
    // ok: javascript.sql-built-from-parameter
    return this.db.query(`SELECT * FROM orders WHERE id = ${id} AND open = ${open}`);
  }
  named(name: string) {
    // ruleid: javascript.sql-built-from-parameter
    return this.db.query(`SELECT * FROM orders WHERE name = '${name}'`);
  }
}

@Controller("items")
export class ItemsController {
  constructor(private readonly source: DataSource) {}
  @Get("by/:uuid")
  byKey(@Param("uuid", new ParseUUIDPipe()) uuid: string, @Query("sort", new ParseEnumPipe(Sort)) sort: Sort) {
    // ok: javascript.sql-built-from-parameter
    return this.source.query(`SELECT * FROM items WHERE uuid = '${uuid}' ORDER BY ${sort}`);
  }
}

class Notes {
  removeMany(ids: string[]) {
    const list = ids.map((id) => `'${id}'`).join(",");
    // ruleid: javascript.sql-built-from-parameter
    return this.db.query("DELETE FROM notes WHERE id IN (" + list + ")");
  }
  removeQuoted(ids: string[]) {
    const list = ids.map((id) => "'" + id + "'").join(",");
    // ruleid: javascript.sql-built-from-parameter
    return this.db.query(`DELETE FROM notes WHERE id IN (${list})`);
  }
  removeMarked(ids: string[]) {
    const marks = ids.map(() => "?").join(",");
    // ok: javascript.sql-built-from-parameter
    return this.db.query(`DELETE FROM notes WHERE id IN (${marks})`, ids);
  }
}

export async function dropTenant(tenant: string) {
  // ruleid: javascript.sql-built-from-parameter
  await db.execute(sql`DROP SCHEMA ${sql.raw(tenant)} CASCADE`);
  // ok: javascript.sql-built-from-parameter
  await db.execute(sql`DROP SCHEMA ${sql.identifier(tenant)} CASCADE`);
}
