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
