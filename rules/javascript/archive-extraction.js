import AdmZip from "adm-zip";
import unzipper from "unzipper";
import tar from "tar-stream";

function unpack(file, target) {
  for (const entry of new AdmZip(file).getEntries()) {
    // ruleid: javascript.archive-extraction
    fs.writeFileSync(path.join(target, entry.entryName), entry.getData());
    const full = path.resolve(target, entry.entryName);
    if (!full.startsWith(target + path.sep)) continue;
    // ok: javascript.archive-extraction
    fs.writeFileSync(full, entry.getData());
    // ok: javascript.archive-extraction
    fs.writeFileSync(path.join(target, path.basename(entry.entryName)), entry.getData());
  }
}

fs.createReadStream("up.zip").pipe(unzipper.Parse()).on("entry", (entry) => {
  const destination = `${target}/${entry.path}`;
  // ruleid: javascript.archive-extraction
  entry.pipe(fs.createWriteStream(destination));
});

const extract = tar.extract();
extract.on("entry", (header, stream, next) => {
  // ruleid: javascript.archive-extraction
  stream.pipe(fs.createWriteStream(path.join(out, header.name)));
  // ok: javascript.archive-extraction
  stream.pipe(fs.createWriteStream(path.join(out, `${count}.bin`)));
});

async function unpackAll(archive, target) {
  const directory = await unzipper.Open.file(archive);
  for (const file of directory.files) {
    // ruleid: javascript.archive-extraction
    file.stream().pipe(fs.createWriteStream(`${target}/${file.path}`));
  }
  const wanted = await unzipper.Open.buffer(archive);
  for (const part of wanted.files) {
    const full = path.resolve(target, part.path);
    if (!full.startsWith(target + path.sep)) continue;
    // ok: javascript.archive-extraction
    part.stream().pipe(fs.createWriteStream(full));
  }
}

new AdmZip(buffer).getEntries().forEach((one) => {
  // ruleid: javascript.archive-extraction
  fs.writeFileSync("out/" + one.entryName, one.getData());
  // ok: javascript.archive-extraction
  fs.writeFileSync(path.join("out", path.basename(one.entryName)), one.getData());
});

for (const asset of build.files) {
  // ok: javascript.archive-extraction
  fs.writeFileSync("out/" + asset.path, asset.contents);
}

for (const entry of zip.getEntries()) {
  const target = path.join(dest, entry.entryName);
  // ok: javascript.archive-extraction
  fs.mkdirSync(path.dirname(target), { recursive: true });
  // ruleid: javascript.archive-extraction
  fs.writeFileSync(target, entry.getData());
}

for (const entry of zip.getEntries()) {
  const target = path.join(dest, entry.entryName);
  if (!path.resolve(target).startsWith(path.resolve(dest) + path.sep)) throw new Error("outside");
  // ok: javascript.archive-extraction
  fs.writeFileSync(target, entry.getData());
}
for (const entry of zip.getEntries()) {
  const target = path.join(dest, entry.entryName);
  if (!path.resolve(dest).startsWith(path.resolve(ROOT) + path.sep)) throw new Error("outside");
  // ruleid: javascript.archive-extraction
  fs.writeFileSync(target, entry.getData());
}

async function unzipAll(buffer, target) {
  const zip = await JSZip.loadAsync(buffer);
  for (const [name, entry] of Object.entries(zip.files)) {
    // ruleid: javascript.archive-extraction
    await writeFile(path.join(target, name), await entry.async("nodebuffer"));
    const full = path.resolve(target, name);
    if (!full.startsWith(target + path.sep)) continue;
    // ok: javascript.archive-extraction
    await writeFile(full, await entry.async("nodebuffer"));
  }
}
function unzipBytes(bytes, target) {
  const files = unzipSync(bytes);
  for (const name of Object.keys(files)) {
    // ruleid: javascript.archive-extraction
    fs.writeFileSync(path.join(target, name), files[name]);
    // ok: javascript.archive-extraction
    fs.writeFileSync(path.join(target, path.basename(name)), files[name]);
  }
}
function unzipApart(buffer, target) {
  for (const { entryName, isDirectory } of new AdmZip(buffer).getEntries()) {
    // ruleid: javascript.archive-extraction
    fs.writeFileSync(path.join(target, entryName), "");
    // ok: javascript.archive-extraction
    fs.writeFileSync(path.join(target, path.basename(entryName)), "");
  }
  new AdmZip(buffer).getEntries().forEach(({ entryName: name }) => {
    // ruleid: javascript.archive-extraction
    fs.writeFileSync(path.join(target, name), "");
  });
}

// ruleid: javascript.archive-extraction
await tar.x({ file, cwd: target, preservePaths: true });
// ok: javascript.archive-extraction
await tar.x({ file, cwd: target });
// ok: javascript.archive-extraction
await tar.c({ file, cwd: target, preservePaths: true }, names);
