// A spec in an editor: what the real yaml-language-server makes of the schema, which it finds by the spec's first line.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import {
  type CompletionItem,
  CompletionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type MarkupContent,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { ROOT } from '../spec';

const SPECS = readdirSync(join(ROOT, 'spec')).filter((name) => name.endsWith('.yaml'));
const FIRST_LINE = '# yaml-language-server: $schema=../schema/spec-file.generated.json\n';
/** Marks the place of the cursor in a text. */
const CURSOR = '│';

describe('a spec in an editor', function () {
  this.timeout(60_000);
  let server: ChildProcessWithoutNullStreams;
  let connection: ProtocolConnection;
  let opened = 0;
  const awaited = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();

  before(async () => {
    server = spawn(process.execPath, [
      join(ROOT, 'node_modules/yaml-language-server/bin/yaml-language-server'),
      '--stdio',
    ]);
    connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      awaited.get(uri)?.(diagnostics);
    });
    connection.listen();
    const rootUri = pathToFileURL(ROOT).href;
    await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri, capabilities: {} });
    await connection.sendNotification(InitializedNotification.type, {});
    // The store of schemas is on the net.
    const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
    await connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { yaml } });
  });
  after(() => {
    connection.dispose();
    server.kill();
  });

  /** Opens a text as a file of spec/; gives its address, the place of the cursor, and what is wrong with it. */
  async function open(text: string, name = `editor-${++opened}.yaml`) {
    const uri = pathToFileURL(join(ROOT, 'spec', name)).href;
    const before = text.split(CURSOR)[0] ?? '';
    const lines = before.split('\n');
    const position: Position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const judged = new Promise<readonly Diagnostic[]>((resolve) => awaited.set(uri, resolve));
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'yaml', version: 1, text: text.replace(CURSOR, '') },
    });
    return { textDocument: { uri }, position, diagnostics: await judged };
  }

  async function complete(text: string): Promise<CompletionItem[]> {
    const { textDocument, position } = await open(FIRST_LINE + text);
    const answer = await connection.sendRequest(CompletionRequest.type, { textDocument, position });
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  }

  for (const name of SPECS) {
    it(`spec/${name} has no mistake`, async () => {
      const { diagnostics } = await open(readFileSync(join(ROOT, 'spec', name), 'utf8'), name);
      expect(diagnostics).to.deep.equal([]);
    });
  }

  it('a value out of range is marked where it stands', async () => {
    const { diagnostics } = await open(`${FIRST_LINE}functions:\n  pay:\n    entry: a.ts\n    timeoutSeconds: 901\n`);
    expect(diagnostics.map(({ message, range }) => ({ message, range }))).to.deep.equal([
      {
        message: 'Value is above the maximum of 900.',
        range: { start: { line: 4, character: 20 }, end: { line: 4, character: 23 } },
      },
    ]);
  });

  it('what is inherited may be left out, or removed by null', async () => {
    const { diagnostics } = await open(
      `${FIRST_LINE}extends: system.yaml\ntables:\n  payments: { capacity: null, billingMode: null }\nalarms: { old: null }\n`,
    );
    expect(diagnostics).to.deep.equal([]);
  });

  it('a field that nobody knows is marked', async () => {
    const { diagnostics } = await open(`${FIRST_LINE}tables:\n  payments:\n    bilingMode: PROVISIONED\n`);
    expect(diagnostics.map(({ message, range }) => [message, range.start.line])).to.deep.include([
      'Property bilingMode is not allowed.',
      3,
    ]);
  });

  it('values complete', async () => {
    const items = await complete(`tables:\n  payments:\n    billingMode: ${CURSOR}\n`);
    expect(items.map(({ label }) => label)).to.include.members(['PAY_PER_REQUEST', 'PROVISIONED']);
  });

  it('fields complete, with what they mean', async () => {
    const items = await complete(`functions:\n  pay:\n    entry: a.ts\n    mem${CURSOR}\n`);
    const item = items.find(({ label }) => label === 'memorySizeMegabytes');
    expect((item?.documentation as MarkupContent | undefined)?.value ?? item?.documentation).to.include(
      'CPU grows with it',
    );
  });

  it('a field says what it means when it is pointed at', async () => {
    const { textDocument, position } = await open(
      `${FIRST_LINE}functions:\n  pay:\n    entry: a.ts\n    memory${CURSOR}SizeMegabytes: 512\n`,
    );
    const hover = await connection.sendRequest(HoverRequest.type, { textDocument, position });
    const { value } = (hover?.contents ?? {}) as Partial<MarkupContent>;
    expect(value).to.include('The memory of the function, in MB; CPU grows with it. Lambda takes 128 to 10,240.');
  });
});
