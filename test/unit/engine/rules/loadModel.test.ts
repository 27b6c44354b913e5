import { expect } from "chai";
import { matchersOf } from "../../../../server/engine/routes/routeWords.ts";
import { loadModel } from "../../../../server/engine/rules/loadModel.ts";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import { joinModels, type Models, modelParts, noModels } from "../../../../server/engine/rules/models.ts";
import { routeWordsOf } from "../../../../server/engine/rules/rule.ts";
import { packRules, unpackRules } from "../../../../server/engine/rules/ruleBundle.ts";

const header = "title: T\nabout: A.\nlanguages: [python]\nreferences: [https://example.org/]\n";
const flask = `${header}sources:
  web-request:
    - pattern: flask.request.args
    - pattern: flask.request.form
sanitizers:
  number:
    - pattern: int(...)
guards:
  allow-list:
    - patterns:
        - pattern: $VALUE in $ALLOWED
        - focus-metavariable: $VALUE
`;

function ruleWith(sources: string, languages = "python"): string {
  return `rules:
  - id: a.b
    languages: [${languages}]
    severity: LOW
    message: m
    mode: taint
    pattern-sources: ${sources}
    pattern-sanitizers: [{model: number}, {model: allow-list}]
    pattern-sinks: [{pattern: run(...)}]
`;
}

function problemsOf(text: string): string[] {
  return loadModel(text, "rules/models/flask.yaml").problems.map(({ message }) => message);
}

describe("models of frameworks", () => {
  const models: Models = loadModel(flask, "rules/models/flask.yaml").models;

  it("keep their parts by name, for the languages of the framework", () => {
    const parts = modelParts(models, "sources", "web-request");
    expect(parts.map(({ formula }) => formula.op === "pattern" && formula.source)).to.deep.equal([
      "flask.request.args",
      "flask.request.form",
    ]);
    expect(parts.map(({ languages }) => languages)).to.deep.equal([["python"], ["python"]]);
    expect(modelParts(models, "sources", "flask.web-request")).to.deep.equal(parts);
    expect(modelParts(models, "sources", "django.web-request")).to.deep.equal([]);
  });

  it("guards are sanitizers that clean what they look at", () => {
    expect(modelParts(models, "sanitizers", "allow-list").map(({ bySideEffect }) => bySideEffect)).to.deep.equal([true]);
    expect(modelParts(models, "sanitizers", "number").map(({ bySideEffect }) => bySideEffect)).to.deep.equal([false]);
  });

  it("a file that is not as it should be has problems with their names, and gives nothing", () => {
    expect(problemsOf("sources: {}")).to.deep.equal([
      "a model needs `title`",
      "a model needs `about`",
      "a model needs `languages`",
      "a model needs `references`",
    ]);
    expect(problemsOf(`${header}sources:\n  web-reqest:\n    - pattern: x\n`)).to.deep.equal([
      "`web-reqest` is not a name of sources",
    ]);
    expect(problemsOf(`${header}paths: {}\n`)).to.deep.equal(["`paths` is not a key of a model"]);
    expect(problemsOf(`${header}routes:\n  verbs: [a]\n  routers: ["("]\n  decorators: [Get]\n`)).to.deep.equal([
      "`verbs` is not a key of routes",
      "`(` is not a regular expression",
      "`decorators` must be a mapping, and is a list",
    ]);
    expect(problemsOf("a: [")[0]).to.match(/^not valid YAML/);
    expect(loadModel("sources: {}", "x.yaml").models).to.equal(noModels);
  });

  it("a rule takes their parts, the same object each time", () => {
    const { rules, problems } = loadRules(ruleWith("[{model: web-request}, {pattern: own()}]"), "a.yaml", models);
    expect(problems).to.deep.equal([]);
    const body = rules[0]?.body;
    if (body?.mode !== "taint") throw new Error("not a taint rule");
    expect(body.sources).to.have.length(3);
    expect(body.sources[0]).to.equal(modelParts(models, "sources", "web-request")[0]);
    expect(body.sanitizers).to.have.length(2);
  });

  it("a name that no model has for a language of the rule is an error where it stands", () => {
    const wrong = (text: string) =>
      loadRules(text, "a.yaml", models).problems.map(({ message, place }) => `${place.line}: ${message}`);
    expect(wrong(ruleWith("[{model: web-reqest}]"))).to.deep.equal(['6: no model has sources with the name "web-reqest"']);
    expect(wrong(ruleWith("[{model: web-request}]", "python, tsx"))[0]).to.equal(
      '6: no model has sources with the name "web-request" for tsx',
    );
    expect(wrong(ruleWith("[{model: web-request, exact: true}]"))).to.deep.equal([
      "6: `exact` is not a key of an item that names a model",
    ]);
  });

  it("packed and unpacked, rules and models are as before, and share their parts", () => {
    const two = `${ruleWith("[{model: web-request}]")}${ruleWith("[{model: web-request}]")
      .replace(/^rules:\n/, "")
      .replace("a.b", "a.c")}  - {id: a.d, languages: [python], severity: LOW, message: m, pattern: x}\n`;
    const { rules, problems } = loadRules(two, "a.yaml", models);
    expect(problems).to.deep.equal([]);
    const packed = packRules({ rules, models });
    expect(packed.parts).to.have.length(6);
    const again = unpackRules(JSON.parse(JSON.stringify(packed)));
    expect(again).to.deep.equal({ rules, models });
    const [first, second] = again.rules.map(({ body }) => (body.mode === "taint" ? body.sources[0] : undefined));
    expect(first).to.equal(second);
    expect(first).to.equal(again.models.sources[0]?.part);
  });

  describe("routes", () => {
    const words = (own: string) => loadModel(`${header}routes:\n${own}`, "rules/models/x.yaml").models;

    it("words of several frameworks count together, each as its key means it", () => {
      const { routes } = joinModels([
        words("  decorators: {Get: GET, All: ANY}\n  open: [Public]\n  public-paths: ['health(?:z)?']\n"),
        words("  decorators: {Get: GET}\n  authorization: [needs_?login]\n  declares: ['@Get']\n"),
      ]);
      expect(routes.decorators).to.deep.equal(["Get GET", "All ANY"]);
      const matchers = matchersOf(routes);
      expect(matchersOf(routes)).to.equal(matchers);
      expect([matchers.methodOf("decorators", "All"), matchers.methodOf("decorators", "all")]).to.deep.equal(["ANY", undefined]);
      expect([matchers.isOpen("PUBLIC"), matchers.isOpen("Publicly")]).to.deep.equal([true, false]);
      const isPublic = (path: string) => matchers.has("public-paths", path);
      expect([isPublic("/v1/Healthz"), isPublic("/healthy")]).to.deep.equal([true, false]);
      expect([matchers.guard("authorization", "needsLogin"), matchers.guard("csrf", "needsLogin")]).to.deep.equal([true, false]);
      expect([matchers.mayDeclare("@Get()"), matchers.mayDeclare("get()")]).to.deep.equal([true, false]);
    });

    it("a rule that compares routes carries them, also when packed and unpacked", () => {
      const models = words("  routers: [app]\n");
      const text = "rules:\n  - {id: a.b, languages: [js], severity: LOW, message: m, mode: routes, lacks: csrf}\n";
      const { rules } = loadRules(text, "a.yaml", models);
      expect(routeWordsOf(rules)).to.equal(models.routes);
      const packed = packRules({ rules, models });
      expect(JSON.stringify(packed).split("routers")).to.have.length(2);
      expect(unpackRules(JSON.parse(JSON.stringify(packed)))).to.deep.equal({ rules, models });
    });
  });
});
