import multer from "multer";
import formidable from "formidable";

// ruleid: javascript.upload-without-limits
const any = multer();
// ruleid: javascript.upload-without-limits
const stored = multer({ dest: "uploads/" });
// ruleid: javascript.upload-without-limits
const large = multer({ storage, fileFilter: onlyImages });
// ruleid: javascript.upload-without-limits
const untyped = multer({ storage, limits: { fileSize: 1_000_000 } });
// ruleid: javascript.upload-without-limits
const form = formidable({ multiples: true });

// ok: javascript.upload-without-limits
const safe = multer({ storage, limits: { fileSize: 1_000_000, files: 1 }, fileFilter: onlyImages });
// ok: javascript.upload-without-limits
const configured = multer(uploadOptions);
// ok: javascript.upload-without-limits
const limited = formidable({ maxFileSize: 1_000_000, filter: onlyImages });

// ok: javascript.upload-without-limits
const feed = multer({ storage: multer.memoryStorage(), limits: { fileSize: 1_000_000 } });

// In memory, where the handler looks at it.
// ok: javascript.upload-without-limits
const held = multer({ limits: { fileSize: 1_000_000 } });
