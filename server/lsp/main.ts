/** Entry of the language server: standard input and output with `--stdio`, else Node's channel to the editor that started it. */

import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { tuneRuntime } from "../host/tuneRuntime.ts";
import { startServer } from "./server.ts";

tuneRuntime(true);

if (process.send && !process.argv.includes("--stdio"))
  startServer(createConnection(ProposedFeatures.all, new IPCMessageReader(process), new IPCMessageWriter(process)));
else
  startServer(
    createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)),
  );
