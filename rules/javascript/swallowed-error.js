function first() {
  // ruleid: javascript.swallowed-error
  try {
    work();
  } catch (error) {}
}

function second() {
  // ruleid: javascript.swallowed-error
  try {
    work();
  } catch {}
}

function third() {
  // ruleid: javascript.swallowed-error
  send().catch(() => {});
}

function fourth() {
  // ok: javascript.swallowed-error
  try {
    work();
  } catch (error) {
    logger.error(error);
  }
}

function fifth() {
  // ok: javascript.swallowed-error
  try {
    work();
  } finally {
    done();
  }
}

function sixth() {
  // ok: javascript.swallowed-error
  send().catch((error) => report(error));
}

async function seventh(file) {
  // ok: javascript.swallowed-error
  const info = await stat(file).catch(() => undefined);
  if (!info) return;
  // ok: javascript.swallowed-error
  if (await access(file).catch(() => null)) return;
  // ok: javascript.swallowed-error
  const isFile = (await lstat(file).catch(() => undefined))?.isFile() ?? false;
  // ruleid: javascript.swallowed-error
  await lstat(file).catch(() => undefined);
  // ruleid: javascript.swallowed-error
  const kept = await readFile(file).catch(() => null);
  keep(kept, isFile);
}

async function eighth(file) {
  let there;
  // ok: javascript.swallowed-error
  try {
    there = await stat(file);
  } catch {}
  if (there?.isFile()) work(file);
  let allowed = true;
  // ruleid: javascript.swallowed-error
  try {
    allowed = await mayRead(file);
  } catch {}
  work(allowed);
}

async function ninth(file) {
  // ok: javascript.swallowed-error
  const info = await stat(file).catch(() => undefined);
  return info ? info.size : 0;
}

function site(text) {
  let href = "#";
  // ok: javascript.swallowed-error
  try {
    const url = new URL(text);
    if (url.protocol === "https:") href = url.href;
  } catch {}
  return href;
}
