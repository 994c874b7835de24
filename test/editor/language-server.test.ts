// A spec in an editor with the real yaml-language-server: diagnostics, completion and hover.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import {
  type CompletionItem,
  CompletionRequest,
  HoverRequest,
  type MarkupContent,
  type Position,
} from 'vscode-languageserver-protocol/node';
import { ROOT } from '../spec';
import { type Editor, startEditor } from './editor';

const SPECS = readdirSync(join(ROOT, 'spec')).filter((name) => name.endsWith('.yaml'));
const FIRST_LINE = '# yaml-language-server: $schema=../schema/spec-file.generated.json\n';
/** Marks the position of the cursor in a text. */
const CURSOR = '│';

describe('a spec in an editor', () => {
  let editor: Editor;
  let opened = 0;

  before(async () => {
    editor = await startEditor(ROOT);
  });
  after(() => editor.stop());

  /** Opens a text as a file of spec/. Returns its URI, the position of the cursor, and its diagnostics. */
  async function open(text: string, name = `editor-${++opened}.yaml`) {
    const file = join(ROOT, 'spec', name);
    const before = text.split(CURSOR)[0] ?? '';
    const lines = before.split('\n');
    const position: Position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const diagnostics = await editor.open(file, text.replace(CURSOR, ''));
    return { textDocument: { uri: pathToFileURL(file).href }, position, diagnostics };
  }

  async function complete(text: string): Promise<CompletionItem[]> {
    const { textDocument, position } = await open(FIRST_LINE + text);
    const answer = await editor.connection.sendRequest(CompletionRequest.type, { textDocument, position });
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  }

  for (const name of SPECS) {
    it(`accepts spec/${name}`, async () => {
      const { diagnostics } = await open(readFileSync(join(ROOT, 'spec', name), 'utf8'), name);
      expect(diagnostics).to.deep.equal([]);
    });
  }

  it('marks a value out of range at its location', async () => {
    const { diagnostics } = await open(`${FIRST_LINE}functions:\n  pay:\n    entry: a.ts\n    timeoutSeconds: 901\n`);
    expect(diagnostics.map(({ message, range }) => ({ message, range }))).to.deep.equal([
      {
        message: 'Value is above the maximum of 900.',
        range: { start: { line: 4, character: 20 }, end: { line: 4, character: 23 } },
      },
    ]);
  });

  it('may omit inherited fields, or remove them with null', async () => {
    const { diagnostics } = await open(
      `${FIRST_LINE}extends: system.yaml\ntables:\n  payments: { capacity: null, billingMode: null }\nalarms: { old: null }\n`,
    );
    expect(diagnostics).to.deep.equal([]);
  });

  it('marks an unknown field', async () => {
    const { diagnostics } = await open(`${FIRST_LINE}tables:\n  payments:\n    bilingMode: PROVISIONED\n`);
    expect(diagnostics.map(({ message, range }) => [message, range.start.line])).to.deep.include([
      'Property bilingMode is not allowed.',
      3,
    ]);
  });

  it('completes values', async () => {
    const items = await complete(`tables:\n  payments:\n    billingMode: ${CURSOR}\n`);
    expect(items.map(({ label }) => label)).to.include.members(['PAY_PER_REQUEST', 'PROVISIONED']);
  });

  it('completes fields with their descriptions', async () => {
    const items = await complete(`functions:\n  pay:\n    entry: a.ts\n    mem${CURSOR}\n`);
    const item = items.find(({ label }) => label === 'memorySizeMegabytes');
    expect((item?.documentation as MarkupContent | undefined)?.value ?? item?.documentation).to.include(
      'CPU grows with it',
    );
  });

  it('shows the description of a field on hover', async () => {
    const { textDocument, position } = await open(
      `${FIRST_LINE}functions:\n  pay:\n    entry: a.ts\n    memory${CURSOR}SizeMegabytes: 512\n`,
    );
    const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument, position });
    const { value } = (hover?.contents ?? {}) as Partial<MarkupContent>;
    expect(value).to.include('The memory of the function, in MB; CPU grows with it. Lambda allows 128 to 10,240.');
  });
});
