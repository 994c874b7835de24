// null in a spec: removes an inherited value, and otherwise equals an absent field (RFC 7396).

import { expect } from 'chai';
import { composeSpec } from '../../../../compiler/language/compose/compose';
import { validateSchema } from '../../../../compiler/language/validate/schema';
import { schemaAt } from '../../../../compiler/language/validate/unknown-field';
import { fieldsOf } from '../../../../compiler/language/values/field';
import { type Plain, toPlain } from '../../../../compiler/source/spec-node';
import { environmentSchema, type Schema } from '../../../../schema/environment-schema';

/** The paths of all fields in maps, with names of parts instead of `*`. */
function pathsBelow(schema: Schema, path: readonly string[] = []): string[][] {
  return fieldsOf({ path: [...path], schema, required: false }).flatMap((field) => {
    const here = field.path.map((step) => (step === '*' ? 'some-part' : String(step)));
    return [here, ...pathsBelow(field.schema, here)];
  });
}

/** Composes specs, each of which extends the next one. */
function compose(...specs: readonly Plain[]) {
  const texts = specs.map((spec, at) =>
    JSON.stringify(at + 1 < specs.length ? { extends: `${at + 1}.json`, ...(spec as object) } : spec),
  );
  const { value, diagnostics } = composeSpec('0.json', (path) => texts[Number.parseInt(path, 10)]);
  return { value, plain: value && toPlain(value), codes: diagnostics.map(({ code }) => code) };
}

const nest = (path: readonly string[], value: Plain): Plain =>
  path.reduceRight<Plain>((inner, key) => ({ [key]: inner }), value);

/** The fields that each file must set itself; null is rejected in them. */
const OWN = ['extends', 'language'];
const paths = pathsBelow(environmentSchema).filter(([field = '']) => !OWN.includes(field));

describe('null', () => {
  it('equals absence in each field without an inherited value', () => {
    expect(paths.length).to.be.greaterThan(300);
    for (const path of paths) {
      const absent = compose(nest(path.slice(0, -1), {}));
      const name = path.join('.');
      for (const composed of [
        compose(nest(path, null)),
        compose(nest(path, null), {}),
        compose({}, nest(path, null)),
      ]) {
        expect(composed.plain, name).to.deep.equal(absent.plain);
        expect(composed.codes, name).to.deep.equal([]);
      }
    }
  });

  it('removes the inherited value of each field', () => {
    for (const path of paths) {
      const absent = compose(nest(path.slice(0, -1), {}));
      const removed = compose(nest(path, null), {}, nest(path, { anything: 1 }));
      expect(removed.plain, path.join('.')).to.deep.equal(absent.plain);
    }
  });

  it('does not hide an unknown field', () => {
    for (const path of paths) {
      const around = path.slice(0, -1);
      if (
        fieldsOf({ path: [], schema: schemaAt(around) ?? {}, required: false }).some((field) => field.path[0] === '*')
      )
        continue;
      const { value } = compose(nest([...around, 'noSuchField'], null));
      if (value === undefined) throw new Error('the spec does not compose');
      const unknown = validateSchema(value).filter(({ slug }) => slug === 'unknown-field');
      expect(
        unknown.map((one) => one.message),
        path.join('.'),
      ).to.have.length(1);
    }
  });

  it('is reported for a misspelled inherited name', () => {
    expect(compose({ alarms: { throtles: null } }, { alarms: { throttles: { threshold: 1 } } }).codes).to.deep.equal([
      'ENV2006',
    ]);
    expect(compose({ alarms: { errors: null } }, { alarms: { throttles: { threshold: 1 } } }).codes).to.deep.equal([]);
  });

  it('stays in lists, which are replaced as a whole', () => {
    const { value } = compose({ monitoring: { slos: [null] } });
    if (value === undefined) throw new Error('the spec does not compose');
    expect(validateSchema(value).some(({ severity }) => severity === 'error')).to.equal(true);
  });
});
