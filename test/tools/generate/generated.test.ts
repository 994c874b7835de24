// Generated files are up to date, and the schema satisfies its conventions.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { expect } from 'chai';
import { readFrom } from '../../../compiler/host/files';
import { composeSpec } from '../../../compiler/language/compose/compose';
import { toPlain } from '../../../compiler/source/spec-node';
import { environmentSchema, type Schema } from '../../../schema/environment-schema';
import { validate } from '../../../schema/validate.generated.cjs';
import { GENERATED } from '../../../tools/generate/generated';
import { ROOT } from '../../spec';

describe('generated files', () => {
  for (const [path, generate] of Object.entries(GENERATED)) {
    it(`${path} matches the output of npm run generate`, async () => {
      expect(readFileSync(join(ROOT, path), 'utf8')).to.equal(await generate(ROOT));
    });
  }
});

describe('the validator', () => {
  const ajv = new Ajv2020({ allErrors: true, strictRequired: false }).addVocabulary(['patternErrorMessage', 'safer']);
  const atRunTime = ajv.compile(environmentSchema);
  const valid = ['pr1234', 'development', 'production'].map((name) => {
    const { value } = composeSpec(`spec/${name}.yaml`, readFrom(ROOT));
    return toPlain(value ?? expect.fail(name)) as Record<string, unknown>;
  });

  it('agrees with ajv on each spec, and on each spec with a missing or wrong part', () => {
    let tried = 0;
    for (const spec of valid) {
      expect(validate(spec)).to.equal(true);
      for (const field of Object.keys(spec)) {
        for (const wrong of [undefined, 'x', 0, [], { x: 1 }]) {
          const changed = JSON.parse(JSON.stringify({ ...spec, [field]: wrong }));
          expect(validate(changed)).to.equal(atRunTime(changed));
          expect(validate.errors?.length).to.equal(atRunTime.errors?.length);
          tried += 1;
        }
      }
    }
    expect(tried).to.be.greaterThan(200);
  });
});

describe('the schema', () => {
  const fields: [string, Schema][] = [];
  const objects: [string, Schema][] = [];
  const walk = (schema: Schema, path: string) => {
    if (schema.type === 'object') objects.push([path, schema]);
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      fields.push([`${path}.${name}`, field]);
      walk(field, `${path}.${name}`);
    }
    if (typeof schema.additionalProperties === 'object') walk(schema.additionalProperties, `${path}.*`);
    if (schema.items) walk(schema.items, `${path}[]`);
  };
  walk(environmentSchema, '$');
  for (const [name, definition] of Object.entries(environmentSchema.$defs ?? {})) walk(definition, name);

  it('describes each field and gives an example', () => {
    expect(fields.length).to.be.greaterThan(100);
    const bare = fields.filter(([, field]) => !field.description || !('examples' in field));
    expect(bare.map(([path]) => path)).to.deep.equal([]);
  });

  it('rejects unknown keys at every level', () => {
    expect(
      objects.filter(([, schema]) => schema.additionalProperties === undefined).map(([path]) => path),
    ).to.deep.equal([]);
  });

  it('describes each pattern in words', () => {
    const patterns = schemasWithin(environmentSchema).filter(({ pattern }) => pattern !== undefined);
    expect(patterns.length).to.be.greaterThan(20);
    const wordless = patterns.filter(({ patternErrorMessage: form }) => !/^must (be|contain|have) /.test(form ?? ''));
    expect(wordless.map(({ pattern }) => pattern)).to.deep.equal([]);
  });

  it('has only unambiguous unions: each is a list of values or a multiple', () => {
    const unions = schemasWithin(environmentSchema).filter((schema) => 'oneOf' in schema || 'anyOf' in schema);
    const undecided = unions.filter(
      ({ anyOf = [{}] }) => !anyOf.every((branch) => 'enum' in branch || 'multipleOf' in branch),
    );
    expect(undecided).to.deep.equal([]);
  });

  it('has defaults and examples that are valid', () => {
    const ajv = new Ajv2020({ strict: false }).addSchema(environmentSchema, 'environment');
    const invalid = fields.flatMap(([path, field]) => {
      const check = ajv.compile({ ...field, $defs: environmentSchema.$defs });
      const { examples = [] } = field as { examples?: unknown[] };
      const values = field.default === undefined ? examples : [...examples, field.default];
      return values.filter((value) => !check(value)).map((value) => `${path}: ${JSON.stringify(value)}`);
    });
    expect(invalid).to.deep.equal([]);
  });
});

/** A schema and all its subschemas, without data such as examples, defaults and property names. */
function schemasWithin(schema: Schema): Schema[] {
  const { properties = {}, $defs = {}, additionalProperties, propertyNames, items, anyOf = [] } = schema;
  const below = [...Object.values(properties), ...Object.values($defs), ...anyOf];
  for (const one of [additionalProperties, propertyNames, items]) if (typeof one === 'object') below.push(one);
  return [schema, ...below.flatMap(schemasWithin)];
}
