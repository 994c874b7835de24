// The generated files: the validators, the types of a resolved environment, the schema for editors, and pages of the docs.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import standaloneCode from 'ajv/dist/standalone';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { compileBodyValidator } from '../../compiler/compile/bundle/body-validator';
import { generateCostsPage } from './costs-page';
import { generateDiagnosticsPage } from './diagnostics-page';
import { generateEmulationPage } from './emulation-page';
import { generateClassTypes, generateConstructors } from './kind-classes';
import { generateLanguagePage } from './language-page';
import { generateLicencesPage } from './licences-page';
import { generateOverview } from './overview';
import { generateRuleList } from './rule-list';

/** The generated files by path, each with a function from the project's root to the file's text. */
export const GENERATED: Readonly<Record<string, (root: string) => Promise<string>>> = {
  'compiler/compile/rules/rules.generated.ts': generateRuleList,
  'compiler/graph/classes.generated.ts': generateClassTypes,
  'compiler/backends/pulumi/constructors.generated.ts': generateConstructors,
  'contract/event-schema.generated.ts': generateEventSchema,
  'schema/environment.generated.ts': generateTypes,
  'schema/spec-file.generated.json': generateFileSchema,
  'schema/validate.generated.cjs': generateValidator,
  'schema/validate.generated.d.cts': async () => VALIDATOR_TYPES,
  'runtime/payment-body.generated.cjs': generateBodyValidator,
  'runtime/payment-body.generated.d.cts': async () => VALIDATOR_TYPES.replace(BANNER, BODY_BANNER),
  'docs/costs.md': generateCostsPage,
  'docs/diagnostics.md': generateDiagnosticsPage,
  'docs/emulation.md': generateEmulationPage,
  'docs/language.md': generateLanguagePage,
  'docs/licences.md': generateLicencesPage,
  'docs/pr1234.generated.svg': generateOverview,
};

const BANNER = '// Generated from environment.schema.json by `npm run generate`: edit that instead.';

const VALIDATOR_TYPES = `${BANNER}

import type { ValidateFunction } from 'ajv';

export const validate: ValidateFunction;
`;

const BODY_SCHEMA = 'spec/schemas/payment.schema.json';
const BODY_BANNER = `// Generated from ${BODY_SCHEMA} by \`npm run generate\`: edit that instead. Bundling generates it again.`;

/** The validator of the handler for unbundled use, as in tests. */
async function generateBodyValidator(root: string): Promise<string> {
  const schema = JSON.parse(await readFile(join(root, BODY_SCHEMA), 'utf8')) as object;
  return `${BODY_BANNER}\n${await compileBodyValidator(schema)}`;
}

const EVENT_SCHEMA = 'spec/schemas/payment-event.schema.json';

/** The schema of events as code, which the compiler imports. */
async function generateEventSchema(root: string): Promise<string> {
  const { $schema: _dialect, ...schema } = JSON.parse(await readFile(join(root, EVENT_SCHEMA), 'utf8')) as SchemaObject;
  return [
    `// Generated from ${EVENT_SCHEMA} by \`npm run generate\`: edit that instead.`,
    '',
    '/** The JSON Schema of an event of a payment. */',
    `export const PAYMENT_EVENT_SCHEMA = ${JSON.stringify(schema, undefined, 2)} as const;`,
    '',
  ].join('\n');
}

type SchemaObject = { [key: string]: unknown };

async function readSchema(root: string): Promise<SchemaObject> {
  return JSON.parse(await readFile(join(root, 'schema/environment.schema.json'), 'utf8')) as SchemaObject;
}

/** The validator as code, so that validation neither loads ajv's compiler nor compiles the schema. */
async function generateValidator(root: string): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    unicodeRegExp: true,
    code: { source: true, lines: true, optimize: true },
  });
  const schema = withoutAnnotations(await readSchema(root)) as SchemaObject;
  ajv.addSchema(schema);
  return `${BANNER}\n${standaloneCode(ajv, { validate: String(schema.$id) })}\n`;
}

/** The schema without annotations, which the validator's code would repeat. */
function withoutAnnotations(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutAnnotations);
  if (typeof schema !== 'object' || schema === null) return schema;
  const {
    description: _description,
    examples: _examples,
    title: _title,
    default: _default,
    patternErrorMessage: _form,
    safer: _safer,
    ...rest
  } = schema as SchemaObject;
  return mapSchema(rest, withoutAnnotations);
}

/** Maps each subschema of a schema; skips property names, which may look like keywords. */
function mapSchema(schema: SchemaObject, change: (schema: unknown) => unknown): SchemaObject {
  const changeEach = (named: SchemaObject) =>
    Object.fromEntries(Object.entries(named).map(([name, item]) => [name, change(item)]));
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [
      keyword,
      keyword === 'properties' || keyword === '$defs' ? changeEach(value as SchemaObject) : change(value),
    ]),
  );
}

/** The schema of a single file for editors: every field is optional because it may be inherited, and may be null to remove it. */
async function generateFileSchema(root: string): Promise<string> {
  const { $id: _id, description: _description, ...schema } = await readSchema(root);
  const $comment = BANNER.replace('// ', '');
  const description = 'A file of spec/: an environment, or a file that environments extend.';
  return `${JSON.stringify({ $comment, description, ...mapSchema(withoutRequired(schema), partialSchema) }, undefined, 1)}\n`;
}

function partialSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(partialSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { type, enum: values, examples, default: value, ...rest } = withoutRequired(schema as SchemaObject);
  return {
    ...(examples !== undefined && { examples }),
    ...(value !== undefined && { default: value }),
    ...(type !== undefined && { type: [type, 'null'] }),
    ...(values !== undefined && { enum: [...(values as unknown[]), null] }),
    ...mapSchema(rest, partialSchema),
  };
}

function withoutRequired({ required: _required, ...schema }: SchemaObject): SchemaObject {
  return schema;
}

/** The types of an environment with all defaults filled in and all expressions resolved. */
async function generateTypes(root: string): Promise<string> {
  const schema = resolvedSchema(await readSchema(root)) as { $defs: SchemaObject; properties: SchemaObject };
  schema.$defs.text = { tsType: 'ResolvedText' };
  schema.$defs.earlyText = { tsType: 'string' };
  // Fields that are processed before an environment is resolved.
  delete schema.properties.$schema;
  delete schema.properties.extends;
  delete schema.properties.language;
  return compile(schema as JSONSchema, 'Environment', {
    bannerComment: `${BANNER}\n\nimport type { Text as ResolvedText } from '../compiler/graph/value';\n`,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    format: false,
  });
}

/** The schema of a resolved environment: a field with a default is always present. */
function resolvedSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(resolvedSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const {
    $ref,
    propertyNames: _names,
    examples: _examples,
    default: _default,
    anyOf: _anyOf,
    ...rest
  } = schema as SchemaObject;
  if ($ref !== undefined) return { $ref };
  const copy = mapSchema(rest, resolvedSchema);
  const properties = rest.properties as Record<string, SchemaObject> | undefined;
  if (properties === undefined) return copy;
  const required = new Set((rest.required as string[] | undefined) ?? []);
  for (const [name, property] of Object.entries(properties)) if ('default' in property) required.add(name);
  return { ...copy, required: [...required] };
}
