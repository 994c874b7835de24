// Every diagnostic that the compiler can give: its code, severity, and what it says.

/** How grave a diagnostic is: an error stops the compilation, a warning does not. */
export type Severity = 'error' | 'warning';

interface CatalogueEntry {
  /** `ENV`, the digit of the phase, and a number within it. Never used again for another meaning. */
  readonly code: `ENV${number}`;
  readonly severity: Severity;
  /** What the mistake is and how to mend it, for the generated pages. */
  readonly summary: string;
  /** What is said; each entry names what it needs for that. */
  readonly message: (parameters: never) => string;
}

const list = (names: readonly (string | number | boolean | null)[]) =>
  names.map((name) => JSON.stringify(name)).join(', ');

/** The catalogue, by slug. Phases: 1 parse, 2 compose, 3 validate (31xx schema), 4 resolve, 5 lower. */
export const CATALOGUE = {
  'yaml-syntax': {
    code: 'ENV1001',
    severity: 'error',
    summary: 'The file is not YAML 1.2.',
    message: (p: { problem: string }) => p.problem,
  },
  'not-a-map': {
    code: 'ENV1002',
    severity: 'error',
    summary: 'A spec is a map of fields.',
    message: (p: { found: string }) => `a spec is a map of fields, found ${p.found}`,
  },
  'key-not-text': {
    code: 'ENV1003',
    severity: 'error',
    summary: 'The keys of a spec are text.',
    message: (p: { found: string }) => `a key must be text, found ${p.found}`,
  },
  'unresolved-alias': {
    code: 'ENV1004',
    severity: 'error',
    summary: 'An alias names no anchor before it, or stands within the value of its own anchor.',
    message: (p: { alias: string }) => `the alias *${p.alias} names no complete anchor before it`,
  },
  'too-many-aliases': {
    code: 'ENV1005',
    severity: 'error',
    summary: 'The aliases of a file expand to more values than a spec can need.',
    message: (p: { limit: number }) => `the aliases of this file expand to more than ${p.limit} values`,
  },
  'file-not-found': {
    code: 'ENV2001',
    severity: 'error',
    summary: 'A spec extends a file that is not there.',
    message: (p: { path: string }) => `there is no file ${p.path}`,
  },
  'extends-cycle': {
    code: 'ENV2002',
    severity: 'error',
    summary: 'A spec extends itself, directly or through others.',
    message: (p: { chain: readonly string[] }) => `extends runs in a circle: ${p.chain.join(' -> ')}`,
  },
  'extends-outside': {
    code: 'ENV2003',
    severity: 'error',
    summary: 'A spec extends a file outside its own folder.',
    message: (p: { path: string; folder: string }) => `${p.path} is outside ${p.folder}, the folder of the specs`,
  },
  'extends-not-text': {
    code: 'ENV2004',
    severity: 'error',
    summary: 'extends is the path of one file.',
    message: (p: { found: string }) => `extends must be the path of one spec, found ${p.found}`,
  },
  'unknown-field': {
    code: 'ENV3101',
    severity: 'error',
    summary: 'A field that the language does not have. Nothing in a spec is ignored.',
    message: (p: { field: string; allowed: readonly string[] }) =>
      p.allowed.length > 0
        ? `unknown field ${p.field}; allowed here: ${p.allowed.join(', ')}`
        : `unknown field ${p.field}; nothing is allowed here`,
  },
  'missing-field': {
    code: 'ENV3102',
    severity: 'error',
    summary: 'A required field is missing.',
    message: (p: { field: string }) => `the field ${p.field} is missing`,
  },
  'wrong-type': {
    code: 'ENV3103',
    severity: 'error',
    summary: 'A value of another type than the field takes.',
    message: (p: { field: string; expected: string; found: string }) =>
      `${p.field} must be ${p.expected}, found ${p.found}`,
  },
  'not-in-list': {
    code: 'ENV3104',
    severity: 'error',
    summary: 'A value that is not among those allowed.',
    message: (p: { field: string; found: string; allowed: readonly (string | number | boolean | null)[] }) =>
      `${p.field} is ${p.found}; allowed: ${list(p.allowed)}`,
  },
  'out-of-range': {
    code: 'ENV3105',
    severity: 'error',
    summary: 'A number or a length beyond its limits.',
    message: (p: { field: string; found: string; limit: string }) => `${p.field} is ${p.found}; it must be ${p.limit}`,
  },
  'wrong-form': {
    code: 'ENV3106',
    severity: 'error',
    summary: 'A text that does not have the form of its field.',
    message: (p: { field: string; found: string; form: string }) => `${p.field} is ${p.found}; it must match ${p.form}`,
  },
  'repeated-item': {
    code: 'ENV3107',
    severity: 'error',
    summary: 'An item stands twice in a list.',
    message: (p: { field: string }) => `${p.field} has the same item twice`,
  },
  'function-outlives-integration': {
    code: 'ENV3001',
    severity: 'error',
    summary:
      'A function behind the API may run longer than API Gateway waits for it: its work goes on, its answer is lost.',
    message: (p: { name: string; timeoutSeconds: number; integrationTimeoutMilliseconds: number }) =>
      `the function ${p.name} may take ${p.timeoutSeconds} s, but API Gateway waits ${p.integrationTimeoutMilliseconds} ms; it must end 1 s before that`,
  },
  'unknown-part': {
    code: 'ENV3002',
    severity: 'error',
    summary: 'A field names a table, index, queue or function that the spec does not have.',
    message: (p: { part: string; name: string; known: readonly string[] }) =>
      `there is no ${p.part} ${p.name}; there ${p.known.length > 0 ? `is: ${p.known.join(', ')}` : 'is none'}`,
  },
  'capacity-and-billing': {
    code: 'ENV3003',
    severity: 'error',
    summary: 'Billing mode PROVISIONED requires a capacity, PAY_PER_REQUEST forbids one.',
    message: (p: { name: string; billingMode: string; present: boolean }) =>
      p.present
        ? `${p.name} has a capacity, which billing mode ${p.billingMode} does not take`
        : `${p.name} has no capacity, which billing mode ${p.billingMode} requires`,
  },
  'capacity-range': {
    code: 'ENV3005',
    severity: 'error',
    summary: 'Capacities run from a minimum over the units at creation to a maximum.',
    message: (p: { problem: string }) => p.problem,
  },
  'repeated-route': {
    code: 'ENV3006',
    severity: 'error',
    summary: 'Two routes have the same method and path, or paths that differ only in the names of parameters.',
    message: (p: { route: string; other: string }) => `the route ${p.route} answers the same requests as ${p.other}`,
  },
  'metric-or-math': {
    code: 'ENV3007',
    severity: 'error',
    summary: 'An alarm watches one metric or one expression.',
    message: (p: { name: string; both: boolean }) =>
      p.both ? `the alarm ${p.name} has both metric and math` : `the alarm ${p.name} has neither metric nor math`,
  },
  'unknown-currency': {
    code: 'ENV3008',
    severity: 'error',
    summary: 'A currency that ISO 4217 does not list as in use, or that has no minor unit.',
    message: (p: { currency: string }) => `${p.currency} is no currency of ISO 4217`,
  },
  'conflicting-key-types': {
    code: 'ENV3009',
    severity: 'error',
    summary: 'An attribute has one type in all keys of a table.',
    message: (p: { attribute: string; type: string; other: string }) =>
      `the attribute ${p.attribute} is ${p.type} here and ${p.other} in another key of the table`,
  },
  'index-attributes': {
    code: 'ENV3010',
    severity: 'error',
    summary: 'nonKeyAttributes goes with projection INCLUDE, and only with it.',
    message: (p: { name: string; projection: string; present: boolean }) =>
      p.present
        ? `the index ${p.name} has nonKeyAttributes, which projection ${p.projection} does not take`
        : `the index ${p.name} has no nonKeyAttributes, which projection ${p.projection} requires`,
  },
  'datapoints-beyond-periods': {
    code: 'ENV3011',
    severity: 'error',
    summary: 'An alarm cannot need more data points than it looks at.',
    message: (p: { name: string; datapoints: number; periods: number }) =>
      `the alarm ${p.name} needs ${p.datapoints} data points of ${p.periods} periods`,
  },
  'example-parameters': {
    code: 'ENV3012',
    severity: 'error',
    summary: "An example gives each of the path's parameters a value, and no other.",
    message: (p: { route: string; expected: readonly string[] }) =>
      p.expected.length > 0
        ? `the example of ${p.route} must give just these path parameters: ${p.expected.join(', ')}`
        : `the path of ${p.route} has no parameters`,
  },
  'dead-letter-access': {
    code: 'ENV3013',
    severity: 'error',
    summary: 'A function may not send to its own dead-letter queue; Lambda refuses to create such a function.',
    message: (p: { name: string; queue: string }) =>
      `the function ${p.name} has the dead-letter queue ${p.queue}, to which it may not SendMessage`,
  },
  'expression-syntax': {
    code: 'ENV4001',
    severity: 'error',
    summary: 'An expression that is not {{ a.path.of.names }}.',
    message: (p: { problem: string }) => p.problem,
  },
  'unknown-reference': {
    code: 'ENV4002',
    severity: 'error',
    summary: 'An expression refers to nothing in the spec.',
    message: (p: { expression: string; known: readonly string[] }) =>
      p.known.length > 0
        ? `{{ ${p.expression} }} refers to nothing; known here: ${p.known.join(', ')}`
        : `{{ ${p.expression} }} refers to nothing`,
  },
  'reference-cycle': {
    code: 'ENV4003',
    severity: 'error',
    summary: 'Expressions refer to each other in a circle.',
    message: (p: { chain: readonly string[] }) => `expressions run in a circle: ${p.chain.join(' -> ')}`,
  },
  'reference-not-text': {
    code: 'ENV4004',
    severity: 'error',
    summary: 'An expression refers to a map or a list, or to a part as a whole, where text is needed.',
    message: (p: { expression: string; found: string }) => `{{ ${p.expression} }} is ${p.found}, which is no text`,
  },
  'too-early-reference': {
    code: 'ENV4005',
    severity: 'error',
    summary: 'A field that must be known before deployment refers to what is known only after it.',
    message: (p: { expression: string }) =>
      `{{ ${p.expression} }} is known only once deployed; this text is needed before`,
  },
  'repeated-resource': {
    code: 'ENV5001',
    severity: 'error',
    summary: 'Two parts of the spec compile to resources of one type and logical name.',
    message: (p: { type: string; name: string }) => `two resources of type ${p.type} have the logical name ${p.name}`,
  },
  'resource-cycle': {
    code: 'ENV5002',
    severity: 'error',
    summary: 'Resources depend on each other in a circle, so that none can be created first.',
    message: (p: { chain: readonly string[] }) => `resources depend on each other in a circle: ${p.chain.join(' -> ')}`,
  },
} as const satisfies Record<string, CatalogueEntry>;

/** The slug of a diagnostic. */
export type DiagnosticSlug = keyof typeof CATALOGUE;

/** What the message of a diagnostic is made of. */
export type DiagnosticParameters<S extends DiagnosticSlug> = Parameters<(typeof CATALOGUE)[S]['message']>[0];
