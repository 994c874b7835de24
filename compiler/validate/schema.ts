// The schema applied to a spec: the one door to `ajv`, whose errors become diagnostics with a place.

import type { ErrorObject } from 'ajv';
import { dereference, environmentSchema, memberSchema, type Schema } from '../../schema/environment-schema';
import { validate } from '../../schema/validate.generated.cjs';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { nearestName } from '../diagnostics/nearest';
import { formatPath, type PathStep, type Plain, type SpecMap, spanAt, toPlain } from '../source/spec-node';

/** Checks a spec against the schema of the language: ENV31xx, one for each mistake. */
export function validateSchema(root: SpecMap): Diagnostic[] {
  const spec = toPlain(root);
  if (validate(spec)) return [];
  const errors = validate.errors ?? [];
  return errors.flatMap((error) =>
    isRepeatedByAnother(error, errors) ? [] : [new Mistake(root, spec, error).diagnose()],
  );
}

/** A branch of anyOf says nothing that the anyOf does not, and propertyNames nothing that the name's own error does not. */
function isRepeatedByAnother(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (error.keyword === 'propertyNames') return true;
  return errors.some(({ keyword, schemaPath }) => keyword === 'anyOf' && error.schemaPath.startsWith(`${schemaPath}/`));
}

class Mistake {
  private readonly path: PathStep[];
  private readonly found: Plain | undefined;
  private readonly field: string;

  constructor(
    private readonly root: SpecMap,
    spec: Plain,
    private readonly error: ErrorObject,
  ) {
    const { path, value } = follow(spec, error.instancePath);
    this.path = path;
    this.found = value;
    this.field = formatPath(path);
  }

  diagnose(): Diagnostic {
    const { keyword, params, propertyName } = this.error;
    if (propertyName !== undefined) return this.diagnoseName(propertyName);
    switch (keyword) {
      case 'additionalProperties':
        return this.diagnoseUnknown(String(params.additionalProperty));
      case 'required':
        return diagnose('missing-field', spanAt(this.root, this.path, 'key'), {
          field: formatPath([...this.path, String(params.missingProperty)]),
        });
      case 'type':
        return diagnose('wrong-type', this.valueSpan(), {
          field: this.field,
          expected: TYPE_NAMES[String(params.type)] ?? String(params.type),
          found: describe(this.found),
        });
      case 'enum':
        return this.diagnoseEnum(params.allowedValues);
      case 'pattern':
        return diagnose('wrong-form', this.valueSpan(), {
          field: this.field,
          found: describe(this.found),
          form: String(params.pattern),
        });
      case 'uniqueItems':
        return diagnose(
          'repeated-item',
          spanAt(this.root, [...this.path, Math.max(Number(params.i), Number(params.j))], 'value'),
          {
            field: this.field,
          },
        );
      case 'anyOf':
        return diagnose('out-of-range', this.valueSpan(), {
          field: this.field,
          found: describe(this.found),
          limit: `as described: ${this.schema()?.description ?? ''}`,
        });
      default:
        return diagnose('out-of-range', this.valueSpan(), {
          field: this.field,
          found: describe(this.found),
          limit: describeLimit(this.error),
        });
    }
  }

  private diagnoseName(name: string): Diagnostic {
    const span = spanAt(this.root, [...this.path, name], 'key');
    const field = formatPath([...this.path, name]);
    const { keyword, params } = this.error;
    if (keyword === 'pattern') {
      return diagnose('wrong-form', span, {
        field: `the name of ${field}`,
        found: describe(name),
        form: String(params.pattern),
      });
    }
    return diagnose('out-of-range', span, {
      field: `the name of ${field}`,
      found: describe(name),
      limit: describeLimit(this.error),
    });
  }

  private diagnoseUnknown(name: string): Diagnostic {
    const allowed = Object.keys(this.schema()?.properties ?? {}).filter((field) => field !== '$schema');
    const nearest = nearestName(name, allowed);
    return diagnose(
      'unknown-field',
      spanAt(this.root, [...this.path, name], 'key'),
      { field: formatPath([...this.path, name]), allowed },
      nearest === undefined ? {} : { help: `did you mean ${nearest}?` },
    );
  }

  private diagnoseEnum(allowed: readonly (string | number)[]): Diagnostic {
    const nearest = typeof this.found === 'string' ? nearestName(this.found, allowed.map(String)) : undefined;
    return diagnose(
      'not-in-list',
      this.valueSpan(),
      { field: this.field, found: describe(this.found), allowed },
      nearest === undefined ? {} : { help: `did you mean ${nearest}?` },
    );
  }

  private valueSpan() {
    return spanAt(this.root, this.path, 'value');
  }

  /** The schema of the value. Ajv's own path to it is relative to the nearest `$ref`. */
  private schema(): Schema | undefined {
    const schema = this.path.reduce<Schema | undefined>(
      (around, step) => around && memberSchema(around, step),
      environmentSchema,
    );
    return schema && { ...dereference(schema), ...schema };
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function describe(value: Plain | undefined): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? `the text ${JSON.stringify(value)}` : String(value);
}

function describeLimit({ keyword, params }: ErrorObject): string {
  const limit = Number(params.limit).toLocaleString('en-US');
  const bound = keyword.startsWith('min') ? 'at least' : 'at most';
  if (keyword.endsWith('Length')) return `${bound} ${limit} characters long`;
  return keyword.endsWith('imum') ? `${bound} ${limit}` : `${bound} ${limit} long`;
}

function follow(spec: Plain, pointer: string): { path: PathStep[]; value: Plain | undefined } {
  const path: PathStep[] = [];
  let value: Plain | undefined = spec;
  for (const step of pointer.split('/').slice(1).map(decodeStep)) {
    path.push(Array.isArray(value) ? Number(step) : step);
    value = (value as Record<string, Plain> | undefined)?.[step];
  }
  return { path, value };
}

function decodeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
