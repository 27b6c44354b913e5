import { loadParser } from "../findings/engineFor.ts";
import { cases } from "./flowCases.ts";

const known = "const known = new Set(['a', 'b']);\n";
const check = `${known}const check = (req, res, next) => {\n if (!known.has(req.params.name)) return res.end();\n next();\n};\n`;

describe("what a middleware checks, JavaScript", () => {
  before(loadParser);

  cases(
    "a.js",
    [
      ["before the handler of the same call", `${check}app.get('/', check, (req, res) => sink(req.params.name));`, []],
      [
        "in a list, with the handler's own names",
        `${check}app.get('/', [check], async ({ params }, res) => sink(params.name));`,
        [],
      ],
      [
        "of a handler with a name",
        `${check}function show(request, res) { sink(request.params.name); }\nrouter.get('/', check, wrap(show));`,
        [],
      ],
      ["for the whole router", `${check}router.use(check);\nrouter.get('/', (req, res) => sink(req.params.name));`, []],
      [
        "made for a list",
        "const allow = (list) => (req, res, next) => (list.includes(req.params.name) ? next() : res.end());\napp.get('/', allow(['a', 'b']), (req, res) => sink(req.params.name));",
        [],
      ],
      [
        "of a parameter of the path",
        "router.param('name', (req, res, next, name) => { if (!/^\\w+$/.test(name)) return next(new Error('x')); next(); });\nrouter.get('/', (req, res) => sink(req.params.name));",
        [],
      ],
      [
        "with an error or another route for the rest",
        `${known}const check = (req, res, next) => {\n const { name } = req.params;\n if (!name) return next('route');\n if (!known.has(name)) load().then(() => next(new Error('x')));\n else return next();\n};\napp.get('/', check, (req, res) => sink(req.params.name));`,
        [],
      ],
      ["of another field", `${check}app.get('/', check, (req, res) => sink(req.params.other));`, [6]],
      ["after the handler", `${check}app.get('/', (req, res) => sink(req.params.name), check);`, [6]],
      ["on another route", `${check}app.get('/a', check, show);\napp.get('/b', (req, res) => sink(req.params.name));`, [7]],
      [
        "on one of two routes of a handler",
        `${check}const show = (req, res) => sink(req.params.name);\napp.get('/a', check, show);\napp.get('/b', show);`,
        [6],
      ],
      ["below a path", `${check}app.use('/admin', check);\napp.get('/', (req, res) => sink(req.params.name));`, [7]],
      ["of another router", `${check}admin.use(check);\napp.get('/', (req, res) => sink(req.params.name));`, [7]],
      [
        "that lets everything through",
        `${known}app.get('/', (req, res, next) => { if (!known.has(req.params.name)) log(req); next(); }, (req, res) => sink(req.params.name));`,
        [2],
      ],
      [
        "that somebody else may let through",
        `${known}app.get('/', (req, res, next) => { if (!known.has(req.params.name)) return later(next); next(); }, (req, res) => sink(req.params.name));`,
        [2],
      ],
      [
        "that lets through later",
        `${known}app.get('/', (req, res, next) => { if (!known.has(req.params.name)) return load(() => next()); next(); }, (req, res) => sink(req.params.name));`,
        [2],
      ],
    ],
    "req.params",
    "params",
    "request.params",
  );
});

describe("what the schema of a route lets through, Fastify", () => {
  before(loadParser);

  const schema =
    "{ params: { type: 'object', properties: { lang: { enum: ['de', 'en'] }, id: { type: 'integer' }, name: { type: 'string' }, slug: { type: 'string', pattern: '^[a-z-]+$' }, any: { type: 'string', pattern: '^.+$' } } } }";
  cases(
    "a.ts",
    [
      [
        "in the options of a method",
        `app.get('/', { schema: ${schema} }, async (req) => {\n sink(req.params.lang);\n sink(req.params.id);\n sink(req.params.slug);\n sink(req.params.name);\n sink(req.params.any);\n});`,
        [5, 6],
      ],
      [
        "in a route, by a variable",
        `const schema = ${schema};\nfastify.route({ method: 'GET', url: '/', schema, handler: async (request) => {\n const { lang, name } = request.params as Params;\n sink(lang);\n sink(name);\n} });`,
        [5],
      ],
      [
        "of another part of the request",
        `app.get('/', { schema: { querystring: { properties: { lang: { enum: ['a'] } } } } }, (req) => sink(req.params.lang));`,
        [1],
      ],
      ["of another route", `app.get('/a', { schema: ${schema} }, show);\napp.get('/b', (req) => sink(req.params.lang));`, [2]],
      [
        "with values that are not known",
        "app.get('/', { schema: { params: { properties: { lang: { enum: langs() } } } } }, (req) => sink(req.params.lang));",
        [1],
      ],
      [
        "with a form, which holds for texts alone",
        "app.get('/', { schema: { params: { properties: { a: { pattern: '^[a-z]+$' }, b: { type: ['string', 'array'], format: 'uuid' } } } } }, (req) => {\n sink(req.params.a);\n sink(req.params.b);\n});",
        [3],
      ],
    ],
    "req.params",
    "request.params",
  );
});

describe("what is known of a field and of the variable that holds it, JavaScript", () => {
  before(loadParser);

  cases(
    "a.js",
    [
      ["the variable", `${known}const page = req.query.page;\nif (known.has(page)) sink(req.query.page);`, []],
      [
        "the variable as text",
        `${known}const page = String(req.query.page ?? '');\nif (known.has(page)) sink(req.query.page);`,
        [],
      ],
      [
        "taken from the object",
        `${known}const { page: { name }, other } = req.query;\nif (known.has(name)) { sink(req.query.page.name); sink(req.query.page); }`,
        [3],
      ],
      [
        "the field, before it is taken",
        `${known}if (known.has(req.query.page)) {\n const { page, other } = req.query;\n sink(page);\n sink(other);\n}`,
        [5],
      ],
      [
        "a variable with another value",
        `${known}let page = req.query.page;\npage = load();\nif (known.has(page)) sink(req.query.page);`,
        [4],
      ],
      [
        "a variable with a part of it",
        `${known}const page = req.query.page.slice(2);\nif (known.has(page)) sink(req.query.page);`,
        [3],
      ],
      [
        "with something in its place",
        `${known}const { page = 'a' } = req.query;\nif (known.has(page)) sink(req.query.other);`,
        [3],
      ],
    ],
    "req.query",
  );
});
