import { deflateRawSync, gzipSync } from "node:zlib";
import { expect } from "chai";
import { readTarball, readZip } from "../../precision/archives.ts";

interface Entry {
  readonly name: string;
  readonly text: string;
  /** Of a tarball: "0" is a file, "2" a link. */
  readonly type?: string;
  /** Of a zip: the file's mode. */
  readonly mode?: number;
}

function tarball(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ name, text, type = "0" }) => {
    const header = Buffer.alloc(512);
    header.write(name, 0, 100);
    header.write(Buffer.byteLength(text).toString(8).padStart(11, "0"), 124);
    header.write(type, 156);
    header.write("ustar", 257);
    const content = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
    content.write(text);
    return [header, content];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

function zip(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, mode = 0o100644 } of entries) {
    const packed = deflateRawSync(Buffer.from(text));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE((mode << 16) >>> 0, 38);
    entry.writeUInt32LE(at, 42);
    files.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const shown = (files: readonly { name: string; content: Buffer }[]): string[] =>
  files.map(({ name, content }) => `${name}=${content}`);
const hostile = ["../out.js", "a/../../out.js", "/etc/out.js", "C:/out.js", "a\\..\\out.js", "a/./b.js", ""].map((name) => ({
  name,
  text: "bad",
}));

describe("archives of packages", () => {
  for (const [kind, make, read] of [
    ["tarball", tarball, readTarball],
    ["zip", zip, readZip],
  ] as const) {
    it(`${kind}: gives the files with their content`, () => {
      const long = "x".repeat(2000);
      const files = [
        { name: "package/index.js", text: "run();\n" },
        { name: "package/empty.js", text: "" },
        { name: "b/c.py", text: long },
      ];
      expect(shown(read(make(files)))).to.deep.equal(["package/index.js=run();\n", "package/empty.js=", `b/c.py=${long}`]);
    });

    it(`${kind}: leaves out names that lead outside`, () => {
      expect(shown(read(make([...hostile, { name: "good.js", text: "1" }])))).to.deep.equal(["good.js=1"]);
    });

    it(`${kind}: refuses what is no such archive`, () => {
      expect(() => read(Buffer.from("no archive at all, only a few words"))).to.throw();
    });
  }

  it("tarball: leaves out links", () => {
    const files = readTarball(
      tarball([
        { name: "a.js", text: "", type: "2" },
        { name: "b.js", text: "1", type: "1" },
        { name: "c.js", text: "2" },
      ]),
    );
    expect(shown(files)).to.deep.equal(["c.js=2"]);
  });

  it("tarball: takes long names from the header before", () => {
    const name = `${"folder/".repeat(20)}file.js`;
    const field = ` path=${name}\n`;
    const size = field.length + 3;
    const files = readTarball(
      tarball([
        { name: "header", text: `${size}${field}`, type: "x" },
        { name: "short", text: "1" },
        { name: "next.js", text: "2" },
      ]),
    );
    expect(shown(files)).to.deep.equal([`${name}=1`, "next.js=2"]);
  });

  it("tarball: refuses one that ends too soon", () => {
    const header = Buffer.alloc(512);
    header.write("a.js", 0);
    header.write("00000001000", 124);
    header.write("0", 156);
    expect(() => readTarball(gzipSync(header))).to.throw("damaged");
  });

  it("zip: leaves out links", () => {
    expect(
      shown(
        readZip(
          zip([
            { name: "a.js", text: "/etc/passwd", mode: 0o120777 },
            { name: "b.js", text: "1" },
          ]),
        ),
      ),
    ).to.deep.equal(["b.js=1"]);
  });
});
