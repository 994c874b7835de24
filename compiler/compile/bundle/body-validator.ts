// Compiles the JSON Schema of bodies to code with ajv, so that the handler does not need `eval`.

/** Compiles a JSON Schema of draft 2020-12 to a CommonJS module that exports `validate`. Throws on a schema that ajv rejects. */
export async function compileBodyValidator(schema: object): Promise<string> {
  // Loaded on demand, because most commands do not compile a schema.
  const { default: Ajv2020 } = await import('ajv/dist/2020.js');
  const { default: standaloneCode } = await import('ajv/dist/standalone/index.js');
  const ajv = new Ajv2020({
    allErrors: true,
    strictRequired: false,
    allowUnionTypes: true,
    unicodeRegExp: true,
    code: { source: true, lines: true, optimize: true },
  });
  const code = standaloneCode(ajv, ajv.compile(withoutAnnotations(schema) as object));
  return `${code.replace('module.exports.default = ', 'module.exports.validate = ')}\n`;
}

const ANNOTATIONS: ReadonlySet<string> = new Set(['title', 'description', 'examples', 'default']);

/** The schema without annotations, which the code of the validator would repeat. */
function withoutAnnotations(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutAnnotations);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]) => {
      if (ANNOTATIONS.has(keyword)) return [];
      // A property name is not a keyword, even if it is spelled like one.
      const isNamed = keyword === 'properties' || keyword === '$defs';
      return [[keyword, isNamed ? eachValue(value) : withoutAnnotations(value)]];
    }),
  );
}

function eachValue(named: object): object {
  return Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, withoutAnnotations(schema)]));
}
