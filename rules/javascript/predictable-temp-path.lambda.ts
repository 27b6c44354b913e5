import type { S3Event } from "aws-lambda";
import { writeFileSync } from "node:fs";

// The machine, and with it the folder, belongs to the function alone.
export async function transcode(event: S3Event) {
  // ok: javascript.predictable-temp-path
  writeFileSync("/tmp/input.mp4", await load(event.Records[0]));
}
