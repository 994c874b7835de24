// Resolves a valid spec to an environment: fills in defaults, and resolves expressions to text and references.

import { applyDefaults } from '../../../schema/defaults';
import type { Environment } from '../../../schema/environment.generated';
import { dereference, environmentSchema, memberSchema, type Schema } from '../../../schema/environment-schema';
import { type Diagnostic, hasErrors, type Outcome } from '../../diagnostics/diagnostic';
import { isSecretVariable } from '../../diagnostics/secrets';
import { suggest } from '../../diagnostics/suggest';
import { NAME_HOLE } from '../../graph/physical-name';
import { hasSecret, interpolate, type ProcessVariables, type SecretVariable, type Text } from '../../graph/value';
import { objectOf } from '../../source/object-of';
import type { Span } from '../../source/source';
import { formatPath, type PathStep, type Plain, type SpecMap, spanAt, toPlain } from '../../source/spec-node';
import { ATTRIBUTES } from './attributes';
import { diagnose } from './diagnostics';
import { hasExpressions, parseTemplate } from './template';

/** Resolves a spec that is valid by the schema. Errors: ENV4xxx. */
export function resolveEnvironment(root: SpecMap, variables: ProcessVariables): Outcome<Environment> {
  const spec = applyDefaults(environmentSchema, toPlain(root)) as PlainMap;
  const resolver = new Resolver(root, spec, variables);
  const value = resolver.resolve(environmentSchema, spec, []) as unknown as Environment;
  return hasErrors(resolver.diagnostics)
    ? { diagnostics: resolver.diagnostics }
    : { value, diagnostics: resolver.diagnostics };
}

type PlainMap = { [key: string]: Plain };
type Resolved = Text | Plain | readonly Resolved[] | { readonly [key: string]: Resolved };

class Resolver {
  readonly diagnostics: Diagnostic[] = [];
  private readonly resolved = new Map<string, Text | undefined>();
  private readonly open: string[] = [];
  private size = 0;

  constructor(
    private readonly root: SpecMap,
    private readonly spec: PlainMap,
    private readonly variables: ProcessVariables,
  ) {}

  /** Resolves all texts in a value at `path`, which is the same after the call. */
  resolve(schema: Schema, value: Plain, path: PathStep[]): Resolved {
    if (typeof value === 'string')
      return isText(schema) && hasExpressions(value) ? (this.resolveText(schema, value, [...path]) ?? value) : value;
    if (typeof value !== 'object' || value === null) return value;
    const member = (step: string | number, item: Plain): Resolved => {
      const itemSchema = memberSchema(schema, step);
      if (itemSchema === undefined) return item;
      path.push(step);
      const resolved = this.resolve(itemSchema, item, path);
      path.pop();
      return resolved;
    };
    if (Array.isArray(value)) return value.map((item, index) => member(index, item));
    return objectOf(Object.keys(value), (key) => member(key, value[key] as Plain));
  }

  private resolveText(schema: Schema, text: string, path: readonly PathStep[]): Text | undefined {
    if (!hasExpressions(text)) return text;
    const field = formatPath(path);
    if (this.resolved.has(field)) return this.resolved.get(field);
    if (this.open.includes(field)) {
      const chain = [...this.open.slice(this.open.indexOf(field)), field];
      this.diagnostics.push(diagnose('reference-cycle', spanAt(this.root, path, 'value'), { chain }));
      return undefined;
    }
    if (this.open.length >= CHAIN_LIMIT) return this.refuseChain(path);
    this.open.push(field);
    const result = this.evaluate(text, path, schema.$ref === EARLY_TEXT);
    this.open.pop();
    this.resolved.set(field, result);
    return result;
  }

  /** Reports a chain once, because its other links would repeat the error. */
  private refuseChain(path: readonly PathStep[]): undefined {
    if (this.diagnostics.some(({ slug }) => slug === 'reference-chain')) return;
    this.diagnostics.push(diagnose('reference-chain', spanAt(this.root, path, 'value'), { limit: CHAIN_LIMIT }));
  }

  private evaluate(text: string, path: readonly PathStep[], early: boolean): Text | undefined {
    const span = spanAt(this.root, path, 'value');
    const template = parseTemplate(text, span);
    this.diagnostics.push(...template.diagnostics);
    const isNamePattern = path[0] === 'naming' && path[1] === 'pattern';
    const values = (template.value ?? []).map((part) => {
      if (typeof part === 'string') return part;
      const expression = part.path.join('.');
      if (isNamePattern && expression === 'name') return NAME_HOLE;
      const value = this.valueOf(part.path, path);
      if (early && typeof value === 'object') {
        this.diagnostics.push(
          diagnose(hasSecret(value) ? 'public-secret' : 'too-early-reference', span, { expression }),
        );
        return undefined;
      }
      return value;
    });
    return values.every((value) => value !== undefined) ? this.join(values, span) : undefined;
  }

  /** Joins the parts of a text, unless the total length of all texts becomes too long. */
  private join(parts: readonly Text[], span: Span): Text | undefined {
    if (this.size > EXPANSION_LIMIT) return undefined;
    this.size += parts.reduce((sum, part) => sum + sizeOf(part), 0);
    if (this.size <= EXPANSION_LIMIT) return interpolate(...parts);
    this.diagnostics.push(diagnose('text-too-long', span, { limit: EXPANSION_LIMIT }));
    return undefined;
  }

  /** The value of an expression: a process variable, an attribute of a part, or a field of the spec. */
  private valueOf(expression: readonly string[], from: readonly PathStep[]): Text | undefined {
    const [section = '', name = ''] = expression;
    if (section === 'env' && expression.length === 2) return this.variable(name, from);
    const names = expression.filter((_step, at) => isPartName(expression, at));
    const key = expression.map((step, at) => (isPartName(expression, at) ? '*' : step)).join('.');
    const attribute = Object.hasOwn(ATTRIBUTES, key) ? ATTRIBUTES[key] : undefined;
    if (attribute === undefined || !this.hasParts(expression)) return this.field(expression, from);
    return attribute({
      names,
      text: (path) => String(this.field(path, from) ?? ''),
      resolved: (path) => this.field(path, from) ?? '',
      value: (path) => this.at(path)?.value,
    });
  }

  private variable(name: string, from: readonly PathStep[]): string | SecretVariable | undefined {
    const declared = this.spec.variables as { [name: string]: { default: string; secret: boolean } };
    const variable = Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (variable === undefined)
      return this.refuse(['env', name], from, Object.keys(declared), 'declare it under variables');
    const value = this.variables[name] || variable.default;
    return variable.secret || isSecretVariable(name, value)
      ? { $: 'secret', variable: name, default: variable.default }
      : value;
  }

  private field(expression: readonly string[], from: readonly PathStep[]): Text | undefined {
    const found = this.at(expression);
    if (found === undefined) return this.refuse(expression, from, this.namesAround(expression));
    const { schema, value } = found;
    if (typeof value === 'string' && isText(schema)) return this.resolveText(schema, value, expression);
    if (typeof value !== 'object') return String(value);
    const span = spanAt(this.root, from, 'value');
    const what = Array.isArray(value) ? 'a list' : 'a map';
    this.diagnostics.push(diagnose('reference-not-text', span, { expression: expression.join('.'), found: what }));
    return undefined;
  }

  private refuse(
    expression: readonly string[],
    from: readonly PathStep[],
    known: readonly string[],
    help?: string,
  ): undefined {
    const lost = expression.findIndex((_step, at) => this.at(expression.slice(0, at + 1)) === undefined);
    const advice = suggest((expression[0] === 'env' ? expression[1] : expression[lost]) ?? '', known) ?? help;
    const span = spanAt(this.root, from, 'value');
    const parameters = { expression: expression.join('.'), known };
    this.diagnostics.push(diagnose('unknown-reference', span, parameters, { help: advice }));
    return undefined;
  }

  /** Whether all parts in the path of an expression exist. */
  private hasParts(expression: readonly string[]): boolean {
    return expression.every(
      (_step, at) => !isPartName(expression, at) || this.at(expression.slice(0, at + 1)) !== undefined,
    );
  }

  /** The names that could replace the first step of an unknown expression. */
  private namesAround(expression: readonly string[]): string[] {
    let depth = 0;
    while (depth < expression.length - 1 && this.at(expression.slice(0, depth + 1)) !== undefined) depth += 1;
    const around = expression.slice(0, depth);
    const value = around.length === 0 ? this.spec : this.at(around)?.value;
    const fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    const pattern = around.map((step, at) => (isPartName(expression, at) ? '*' : step));
    const attributes = Object.keys(ATTRIBUTES)
      .map((key) => key.split('.'))
      .filter((steps) => pattern.every((step, at) => steps[at] === step))
      .map((steps) => steps[depth] ?? '*')
      .filter((step) => step !== '*');
    return [...new Set([...fields, ...attributes])];
  }

  /** The field at a path, with its schema. */
  private at(path: readonly string[]): { schema: Schema; value: Plain } | undefined {
    let schema: Schema | undefined = environmentSchema;
    let value: Plain | undefined = this.spec;
    for (const step of path) {
      if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, step))
        return undefined;
      value = value[step];
      schema = schema && memberSchema(schema, step);
    }
    return schema === undefined || value === undefined ? undefined : { schema, value };
  }
}

/** The maximum length of a chain of expressions: far more than any spec needs, and far below the depth of the call stack. */
const CHAIN_LIMIT = 100;

/** The maximum total length of all texts with expressions, in characters: far more than any spec needs, and still fast. */
const EXPANSION_LIMIT = 1_000_000;

function sizeOf(text: Text): number {
  if (typeof text === 'string') return text.length;
  return text.$ === 'interpolation' ? text.parts.reduce((sum, part) => sum + sizeOf(part), 0) : 1;
}

const TEXT = '#/$defs/text';
const EARLY_TEXT = '#/$defs/earlyText';

function isText(schema: Schema): boolean {
  return schema.$ref === TEXT || schema.$ref === EARLY_TEXT;
}

/** Whether a step of an expression is the name of a part. */
function isPartName(expression: readonly string[], at: number): boolean {
  const [section = ''] = expression;
  return (at === 1 && NAMED_SECTIONS.has(section)) || (at === 3 && section === 'tables' && expression[2] === 'indexes');
}

/** The sections that are maps of named parts. */
const NAMED_SECTIONS: ReadonlySet<string> = new Set(
  Object.entries(environmentSchema.properties ?? {})
    .filter(([, schema]) => dereference(schema).additionalProperties)
    .map(([section]) => section),
);
