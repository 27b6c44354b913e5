/** What a changed file is to the checklist, told by its path alone: manifest, test, media. */

/** Which of the dependency items a file of this name speaks to. */
export interface DependencyFile {
  readonly kind: "manifest" | "lock file" | "image or workflow";
}

/** By file name, lower case. Sources: the documentation of each ecosystem's package manager. */
const byName: Readonly<Record<string, DependencyFile["kind"]>> = {
  "package.json": "manifest",
  "bower.json": "manifest",
  "pyproject.toml": "manifest",
  "setup.py": "manifest",
  "setup.cfg": "manifest",
  pipfile: "manifest",
  "environment.yml": "manifest",
  "environment.yaml": "manifest",
  "go.mod": "manifest",
  "cargo.toml": "manifest",
  "pom.xml": "manifest",
  "build.gradle": "manifest",
  "build.gradle.kts": "manifest",
  gemfile: "manifest",
  "composer.json": "manifest",
  "packages.config": "manifest",
  "directory.packages.props": "manifest",
  "package.swift": "manifest",
  "pubspec.yaml": "manifest",
  "mix.exs": "manifest",
  "deno.json": "manifest",
  "deno.jsonc": "manifest",
  "pnpm-workspace.yaml": "manifest",
  ".npmrc": "manifest",
  "package-lock.json": "lock file",
  "npm-shrinkwrap.json": "lock file",
  "yarn.lock": "lock file",
  "pnpm-lock.yaml": "lock file",
  "bun.lock": "lock file",
  "bun.lockb": "lock file",
  "deno.lock": "lock file",
  "pipfile.lock": "lock file",
  "poetry.lock": "lock file",
  "uv.lock": "lock file",
  "pdm.lock": "lock file",
  "pylock.toml": "lock file",
  "go.sum": "lock file",
  "cargo.lock": "lock file",
  "gemfile.lock": "lock file",
  "composer.lock": "lock file",
  "packages.lock.json": "lock file",
  "gradle.lockfile": "lock file",
  "mix.lock": "lock file",
  "pubspec.lock": "lock file",
  dockerfile: "image or workflow",
  containerfile: "image or workflow",
};

const byPattern: readonly (readonly [RegExp, DependencyFile["kind"]])[] = [
  [/(^|\/)(requirements|constraints)[^/]*\.(txt|in)$/, "manifest"],
  [/(^|\/)requirements\/[^/]+\.(txt|in)$/, "manifest"],
  [/\.(csproj|fsproj|vbproj|gemspec)$/, "manifest"],
  [/(^|\/)(dockerfile\.[^/]+|[^/]+\.dockerfile)$/, "image or workflow"],
  [/(^|\/)(docker-)?compose[^/]*\.ya?ml$/, "image or workflow"],
  [/^\.github\/workflows\/[^/]+\.ya?ml$/, "image or workflow"],
  [/(^|\/)action\.ya?ml$/, "image or workflow"],
];

/** @param path Relative, with `/`. */
export function dependencyFile(path: string): DependencyFile | undefined {
  const lower = path.toLowerCase();
  const kind = byName[nameOf(lower)] ?? byPattern.find(([pattern]) => pattern.test(lower))?.[1];
  return kind ? { kind } : undefined;
}

/** The usual places and names of tests in JavaScript, TypeScript, Python and their neighbours. */
export function isTest(path: string): boolean {
  const lower = path.toLowerCase();
  if (/(^|\/)(tests?|test_[^/]+|[^/]+_tests?|__tests__|specs?|e2e|testing)\//.test(lower)) return true;
  return /(^|[._-])(test|spec|tests)\.[a-z]+$/.test(nameOf(lower)) || /^(test_.*|conftest)\.py$/.test(nameOf(lower));
}

/** Pictures, fonts, sound and films: no code and no text that a rule could read. */
export function isMedia(path: string): boolean {
  return /\.(png|jpe?g|gif|webp|avif|bmp|ico|icns|woff2?|ttf|otf|eot|mp[34]|webm|ogg|wav|flac|mov|pdf)$/i.test(path);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
