// Generates docs/language.md: each field of the schema, with its observed effects.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { grouped } from '../../compiler/diagnostics/words';
import { type Field, fieldsOf } from '../../compiler/language/values/field';
import { describeType } from '../../compiler/language/values/field-type';
import { environmentSchema, type Safer } from '../../schema/environment-schema';

/** The observed effects of each field of a spec that uses all features: a golden of the test of effects. */
const EFFECTS_FILE = 'test/golden/everything/effects.json';

/** The effects of another value of a field: changed properties and settings, and the impact of the deployment. */
interface Effect {
  readonly changes: readonly string[];
  readonly impact?: string;
}

/** The effects by field, such as `tables.*.billingMode`. */
type Effects = Readonly<Record<string, Effect>>;

/** Converts text to Markdown; angle brackets would be interpreted as HTML. */
function escapeText(text = ''): string {
  return text.replaceAll('<', '&lt;');
}

const INTRODUCTION = `<!-- Generated from schema/environment.schema.json by \`npm run generate\`: edit that instead. -->

# The language

A spec is one YAML map of the fields below. \`<name>\` is a name that the spec chooses; \`[ ]\` are the items of a list.
A field without a default is either required or absent. \`payment-spec explain FIELD\` prints the same for one field, and where
its value in a spec comes from.`;

/** Renders the page: a table of contents, and a section for each top-level field. */
export async function generateLanguagePage(root: string): Promise<string> {
  const effects = JSON.parse(await readFile(join(root, EFFECTS_FILE), 'utf8')) as Effects;
  const sections = fieldsOf({ path: [], schema: environmentSchema, required: true });
  const contents = sections.map(
    ({ path: [name = ''], schema }) => `- [\`${name}\`](#${name}): ${firstSentence(escapeText(schema.description))}`,
  );
  return `${[INTRODUCTION, '## Contents', contents.join('\n'), ...sections.map((section) => renderSection(section, effects))].join('\n\n')}\n`;
}

function renderSection(section: Field, effects: Effects): string {
  const [name = ''] = section.path;
  const below = fieldsBelow(section);
  const rows = [...(below.length === 0 ? [] : [section]), ...below];
  const head = `<a id="${name}"></a>\n\n## \`${name}\``;
  return [
    head,
    ...(below.length === 0
      ? [renderField(section, effects)]
      : [escapeText(section.schema.description), renderFacts(section, effects)]),
    ...rows.slice(1).map((field) => `${renderHeading(field)}\n\n${renderField(field, effects)}`),
  ].join('\n\n');
}

/** All fields within a field, each before its own fields. */
function fieldsBelow(field: Field): Field[] {
  return [...fieldsOf(field), ...itemsOf(field)].flatMap((member) => [member, ...fieldsBelow(member)]);
}

/** The fields of a list's items, unless the items are plain values. */
function itemsOf({ path, schema }: Field): Field[] {
  const { items } = schema;
  return items?.properties === undefined ? [] : [{ path: [...path, '[ ]'], schema: items, required: false }];
}

function renderHeading({ path }: Field): string {
  return `<a id="${path.join('.')}"></a>\n\n### \`${formatField(path)}\``;
}

function renderField(field: Field, effects: Effects): string {
  return [escapeText(field.schema.description), renderFacts(field, effects)].filter((part) => part !== '').join('\n\n');
}

function renderFacts({ path, schema, required }: Field, effects: Effects): string {
  const effect = effects[path.join('.')];
  const [example] = schema.examples ?? [];
  const presence = required && path.at(-1) !== '*' ? ['required'] : [];
  const facts = [
    ['Type', [describeValues(schema), ...presence].join('; ')],
    ...(schema.default === undefined ? [] : [['Default', code(schema.default)]]),
    ...(example === undefined ? [] : [['Example', code(example)]]),
    ...(effect === undefined ? [] : describeEffect(effect)),
    ...(schema.safer === undefined ? [] : [['Safer', describeSafer(schema.safer)]]),
  ];
  return facts.map(([what, value]) => `- ${what}: ${value}`).join('\n');
}

/** The maximum number of kinds to list; more are counted, with a list to expand. */
const MAXIMUM_KINDS = 4;

function describeEffect({ changes, impact }: Effect): string[][] {
  const byKind = new Map<string, string[]>();
  for (const change of changes) {
    const [, kind = '', property = ''] = /^aws:\S+:(\S+) (.*)$/.exec(change) ?? [];
    if (kind !== '') byKind.set(kind, [...(byKind.get(kind) ?? []), property]);
  }
  const others = changes
    .filter((change) => !change.startsWith('aws:'))
    .map((change) => `${/^ENV\d+$/.test(change) ? 'the rule ' : ''}\`${change}\``);
  const kinds = [...byKind].map(([kind, properties]) =>
    [kind, properties.map((property) => (property.startsWith('(') ? property : `\`${property}\``)).join(', ')].join(
      ' ',
    ),
  );
  const list = [...kinds, ...others].join('; ');
  const drives =
    kinds.length > MAXIMUM_KINDS
      ? `<details><summary>${kinds.length} kinds of resources</summary>${list}</details>`
      : list;
  return [['Drives', drives], ...(impact === undefined ? [] : [['A change is', impact]])];
}

function describeSafer(safer: Safer): string {
  if (typeof safer === 'string') return safer;
  return `from the weakest: ${safer.map((values) => [values].flat().map(code).join(' or ')).join(', ')}`;
}

function describeValues(schema: Field['schema']): string {
  if (schema.items?.pattern !== undefined) return `a list, each item ${describeValues(schema.items)}`;
  const { pattern, patternErrorMessage, minLength, maxLength } = schema as Field['schema'] & {
    minLength?: number;
    maxLength?: number;
  };
  const length = maxLength === undefined ? '' : `, ${minLength ?? 0} to ${grouped(maxLength)} characters`;
  return pattern !== undefined && patternErrorMessage !== undefined
    ? `text; it ${patternErrorMessage}`
    : `${describeType(schema)}${length}`;
}

function formatField(path: Field['path']): string {
  return path.map((step) => (step === '*' ? '<name>' : step)).join('.');
}

function code(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function firstSentence(text = ''): string {
  return /^.*?[.:;](?= |$)/.exec(text)?.[0].replace(/[:;]$/, '.') ?? text;
}
