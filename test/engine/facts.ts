// What the stand-in for AWS knows of each kind of resource. Accepted and required inputs, their types, and the computed
// outputs are read from the declarations of @pulumi/aws itself; what replaces one is in compiler/graph/replacement.ts.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Kind } from '../../compiler/graph/kinds';
import { REPLACED_BY } from '../../compiler/graph/replacement';
import { ROOT } from '../spec';

/** The kinds of which AWS refuses a second one of the same name. */
export const NAMED: ReadonlySet<string> = new Set<Kind>([
  'aws:cloudwatch/logGroup:LogGroup',
  'aws:dynamodb/table:Table',
  'aws:iam/role:Role',
  'aws:lambda/function:Function',
  'aws:sqs/queue:Queue',
]);

/** What is known of one kind. */
export interface Facts {
  /** What is wrong with the inputs of such a resource, one line for each mistake. */
  readonly check: (inputs: unknown) => string[];
  /** The outputs that are no inputs. */
  readonly computed: readonly string[];
}

/** The facts of each kind, by Pulumi type token. */
export function readFacts(): ReadonlyMap<string, Facts> {
  const files = new Map(Object.keys(REPLACED_BY).map((kind) => [kind, declarationOf(kind)]));
  const program = ts.createProgram([...files.values()], { strict: true, skipLibCheck: true, types: [] });
  const checker = program.getTypeChecker();
  return new Map(
    [...files].map(([kind, file]) => {
      const source = program.getSourceFile(file);
      const symbol = source && checker.getSymbolAtLocation(source);
      const exported = new Map((symbol ? checker.getExportsOfModule(symbol) : []).map((item) => [item.name, item]));
      const className = kind.slice(kind.lastIndexOf(':') + 1);
      const args = exported.get(`${className}Args`);
      const type = exported.get(className);
      if (args === undefined || type === undefined) throw new Error(`${file} does not declare ${className}`);
      const argsType = checker.getDeclaredTypeOfSymbol(args);
      const inputs = new Set(argsType.getProperties().map(({ name }) => name));
      const members = checker
        .getDeclaredTypeOfSymbol(type)
        .getProperties()
        .map(({ name }) => name);
      const inherited = new Set(['id', 'urn', 'getProvider']);
      return [
        kind,
        {
          check: (value) => checkType(checker, argsType, value, className),
          computed: members.filter((name) => !inputs.has(name) && !inherited.has(name) && !name.startsWith('__')),
        },
      ];
    }),
  );
}

function declarationOf(kind: string): string {
  const constructors = readFileSync(join(ROOT, 'compiler/backends/pulumi/constructors.ts'), 'utf8');
  const path = kind.slice('aws:'.length, kind.lastIndexOf(':'));
  if (!constructors.includes(`'@pulumi/aws/${path}'`))
    throw new Error(`constructors.ts does not load @pulumi/aws/${path}`);
  return join(ROOT, 'node_modules/@pulumi/aws', `${path}.d.ts`);
}

/** Values that stand for what is not known yet, or are files: they fit anywhere. */
function isOpaque(value: unknown): boolean {
  return value === UNKNOWN || (typeof value === 'object' && value !== null && SIGNATURE in value);
}

/** What the engine sends in place of a value that is known only once deployed (Pulumi SDK, `unknownValue`). */
export const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

/** The key that marks assets and archives (Pulumi SDK, `specialSigKey`). */
export const SIGNATURE = '4dabf18193072939515e22adb298388d';

function checkType(checker: ts.TypeChecker, type: ts.Type, value: unknown, path: string): string[] {
  if (isOpaque(value)) return [];
  const options = plainTypes(type);
  const results = options.map((option) => checkPlain(checker, option, value, path));
  if (options.length === 0 || results.some((problems) => problems.length === 0)) return [];
  // Of several ways in which a value could be right, the one that it comes nearest to.
  return results.sort((a, b) => a.length - b.length)[0] ?? [];
}

/** The types of a union of Input, Promise and Output that are plain data. */
function plainTypes(type: ts.Type): ts.Type[] {
  if (type.isUnion()) return type.types.flatMap(plainTypes);
  if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) return [];
  const name = type.aliasSymbol?.name ?? type.symbol?.name;
  return name === 'Promise' || name === 'OutputInstance' || type.isIntersection() ? [] : [type];
}

function checkPlain(checker: ts.TypeChecker, type: ts.Type, value: unknown, path: string): string[] {
  const wrong = [`${path} is ${JSON.stringify(value)}, not ${checker.typeToString(type)}`];
  const { flags } = type;
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return [];
  if (flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral))
    return (type as ts.LiteralType).value === value ? [] : wrong;
  if (flags & ts.TypeFlags.StringLike) return typeof value === 'string' ? [] : wrong;
  if (flags & ts.TypeFlags.NumberLike) return typeof value === 'number' ? [] : wrong;
  if (flags & ts.TypeFlags.BooleanLike) return typeof value === 'boolean' ? [] : wrong;
  if (typeof value !== 'object' || value === null) return wrong;
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    return Array.isArray(value) && item
      ? value.flatMap((entry, at) => checkType(checker, item, entry, `${path}[${at}]`))
      : wrong;
  }
  if (Array.isArray(value)) return wrong;
  const index = type.getStringIndexType();
  const properties = new Map(type.getProperties().map((property) => [property.name, property]));
  return [
    ...Object.entries(value).flatMap(([key, entry]) => {
      const property = properties.get(key);
      const expected = property === undefined ? index : checker.getTypeOfSymbol(property);
      return expected === undefined
        ? [`${path} has no property ${key}`]
        : checkType(checker, expected, entry, `${path}.${key}`);
    }),
    ...[...properties.values()]
      .filter((property) => !(property.flags & ts.SymbolFlags.Optional) && !Object.hasOwn(value, property.name))
      .map((property) => `${path} lacks ${property.name}`),
  ];
}
