// An editor with the real yaml-language-server, which resolves the schema from the first line of a spec.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { ROOT } from '../spec';

/** A running editor. */
export interface Editor {
  readonly connection: ProtocolConnection;
  /** Opens a text as a file, and returns its diagnostics. */
  open(file: string, text: string): Promise<readonly Diagnostic[]>;
  stop(): void;
}

/** Starts an editor in a folder. */
export async function startEditor(folder: string): Promise<Editor> {
  const awaited = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  const program = join(ROOT, 'node_modules/yaml-language-server/bin/yaml-language-server');
  const server = spawn(process.execPath, [program, '--stdio']);
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    awaited.get(uri)?.(diagnostics);
  });
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri, capabilities: {} });
  await connection.sendNotification(InitializedNotification.type, {});
  // The schema store requires network access.
  const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
  await connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { yaml } });
  return {
    connection,
    async open(file, text) {
      const uri = pathToFileURL(file).href;
      const judged = new Promise<readonly Diagnostic[]>((resolve) => awaited.set(uri, resolve));
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'yaml', version: 1, text },
      });
      return judged;
    },
    stop() {
      connection.dispose();
      server.kill();
    },
  };
}
