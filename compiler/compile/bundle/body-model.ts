// Compiles a body model of API Gateway with ajv.

/** Compiles a model of draft 4 to a function that tests a value. The keywords of a model mean the same in draft 7, which ajv implements. */
export async function compileBodyModel(
  schema: Readonly<Record<string, unknown>>,
): Promise<(value: unknown) => boolean> {
  // Loaded here, not imported: most commands of the compiler compile no schema.
  const { default: Ajv } = await import('ajv');
  const { $schema: _draft4, ...rest } = schema;
  // The bundle refuses a schema that is not valid. Compiling the schema of schemas takes longer than all models.
  return new Ajv({ strict: false, logger: false, validateSchema: false }).compile(rest) as (value: unknown) => boolean;
}
