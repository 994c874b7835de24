// Reads shapes and declarations from the types of @pulumi/aws with the TypeScript compiler.

import { join } from 'node:path';
import ts from 'typescript';
import type { Kind } from '../../../compiler/graph/kind';
import { KINDS } from '../../../compiler/graph/kinds/kinds';
import { ROOT } from '../../spec';
import type { Declaration, Declarations, Member, Members, Shape } from './shape';

/** The counterpart of an input among the outputs. */
interface Output {
  readonly type: ts.Type;
  readonly optional: boolean;
}

/** Reads the shapes of a program; a type that occurs several times, or within itself, has one shape. */
class ShapeReader {
  private readonly known = new Map<ts.Type, Map<ts.Type | undefined, Members>>();

  constructor(private readonly checker: ts.TypeChecker) {}

  /** The inputs of a resource, by the types of its arguments and its class. */
  inputs(args: ts.Type, resource: ts.Type): Members {
    return this.members(args, (name) => {
      const member = resource.getProperty(name);
      const type = member && this.outputOf(member);
      return type && { type, optional: isUndefinable(type) };
    });
  }

  /** The outputs of a resource that are not inputs. */
  computed(inputs: Members, resource: ts.Type): ReadonlyMap<string, Shape> {
    const others = resource.getProperties().filter(({ name }) => !inputs.has(name) && name !== 'id' && name !== 'urn');
    return new Map(
      others.flatMap((symbol) => {
        const output = this.outputOf(symbol);
        return output === undefined ? [] : [[symbol.name, this.shape(output, output)] as const];
      }),
    );
  }

  /** The type T of a member of type Output<T>: the return type of its `get`. */
  private outputOf(member: ts.Symbol): ts.Type | undefined {
    const get = this.checker.getTypeOfSymbol(member).getProperty('get');
    const [signature] = get ? this.checker.getTypeOfSymbol(get).getCallSignatures() : [];
    return signature && this.checker.getReturnTypeOfSignature(signature);
  }

  private shape(input: ts.Type, output: ts.Type | undefined): Shape {
    const [type, ...others] = plainTypes(input);
    if (type === undefined) return { is: 'any', text: 'any' };
    const { flags } = type;
    if (flags & ts.TypeFlags.StringLike) return { is: 'string', text: 'string' };
    if (flags & ts.TypeFlags.NumberLike) return { is: 'number', text: 'number' };
    if (flags & ts.TypeFlags.BooleanLike) return { is: 'boolean', text: 'boolean' };
    const text = this.checker.typeToString(type);
    if (others.length > 0 || !(flags & ts.TypeFlags.Object)) return { is: 'any', text };
    const counterpart = output && this.checker.getNonNullableType(output);
    if (this.checker.isArrayType(type)) {
      const item = this.itemOf(type);
      return item ? { is: 'list', text, item: this.shape(item, this.itemOf(counterpart)) } : { is: 'any', text };
    }
    if (type.getStringIndexType()) return { is: 'map', text };
    return { is: 'object', text, members: this.nested(type, counterpart) };
  }

  private itemOf(type: ts.Type | undefined): ts.Type | undefined {
    return type && this.checker.isArrayType(type)
      ? this.checker.getTypeArguments(type as ts.TypeReference)[0]
      : undefined;
  }

  private nested(input: ts.Type, output: ts.Type | undefined): Members {
    const byOutput = this.known.get(input) ?? new Map<ts.Type | undefined, Members>();
    this.known.set(input, byOutput);
    const found = byOutput.get(output);
    if (found) return found;
    const members = new Map<string, Member>();
    byOutput.set(output, members);
    const read = this.members(input, (name) => {
      const symbol = output?.getProperty(name);
      const optional = Boolean(symbol && symbol.flags & ts.SymbolFlags.Optional);
      return symbol && { type: this.checker.getTypeOfSymbol(symbol), optional };
    });
    for (const [name, member] of read) members.set(name, member);
    return members;
  }

  private members(input: ts.Type, outputOf: (name: string) => Output | undefined): Members {
    return new Map(
      input.getProperties().map((symbol) => {
        const optional = Boolean(symbol.flags & ts.SymbolFlags.Optional);
        const output = outputOf(symbol.name);
        const shape = this.shape(this.checker.getTypeOfSymbol(symbol), output?.type);
        return [symbol.name, { shape, optional, computed: optional && output !== undefined && !output.optional }];
      }),
    );
  }
}

/** The types of a union of Input, Promise and Output that are plain data. */
function plainTypes(type: ts.Type): ts.Type[] {
  if (type.isUnion()) return type.types.flatMap(plainTypes);
  if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) return [];
  const name = type.aliasSymbol?.name ?? type.symbol?.name;
  return name === 'Promise' || name === 'OutputInstance' || type.isIntersection() ? [] : [type];
}

function isUndefinable(type: ts.Type): boolean {
  return type.isUnion() && type.types.some((item) => item.flags & ts.TypeFlags.Undefined);
}

/** The declaration of each kind. */
export function readDeclarationsOfTypes(): Declarations {
  const files = new Map((Object.keys(KINDS) as Kind[]).map((kind) => [kind, fileOf(kind)]));
  const program = ts.createProgram([...files.values()], { strict: true, skipLibCheck: true, types: [] });
  const checker = program.getTypeChecker();
  const shapes = new ShapeReader(checker);
  return new Map([...files].map(([kind, file]) => [kind, read(kind, program.getSourceFile(file), checker, shapes)]));
}

function read(
  kind: Kind,
  source: ts.SourceFile | undefined,
  checker: ts.TypeChecker,
  shapes: ShapeReader,
): Declaration {
  const symbol = source && checker.getSymbolAtLocation(source);
  const exported = new Map((symbol ? checker.getExportsOfModule(symbol) : []).map((item) => [item.name, item]));
  const className = kind.slice(kind.lastIndexOf(':') + 1);
  const args = exported.get(`${className}Args`);
  const type = exported.get(className);
  if (args === undefined || type === undefined) throw new Error(`@pulumi/aws does not declare ${kind}`);
  const resource = checker.getDeclaredTypeOfSymbol(type);
  const inputs = shapes.inputs(checker.getDeclaredTypeOfSymbol(args), resource);
  return { inputs, computed: shapes.computed(inputs, resource) };
}

function fileOf(kind: Kind): string {
  const path = kind.slice('aws:'.length, kind.lastIndexOf(':'));
  return join(ROOT, 'node_modules/@pulumi/aws', `${path}.d.ts`);
}
