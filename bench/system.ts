// Generates a system of any size, to measure how the compiler's time grows.

/** The number of functions that fit below the size limit of a file. */
const FUNCTIONS_OF_A_FILE = 300;

/** Quotas above the defaults of AWS, and no part whose size AWS limits without a quota. */
const BEYOND_DEFAULTS = [
  'quotas: { apiGateway: { resourcesPerApi: 100000 }, dynamodb: { tables: 100000 }, iam: { roles: 100000 } }',
  'monitoring: { dashboard: false, generatedAlarms: false }',
  'permissionsBoundary: NONE',
];

/** The path of a system's spec. */
export const LARGE_SPEC = 'spec/large.yaml';

/** The files of a system with a number of functions, each with a table and a route: a spec and the specs that it extends. */
export function largeSystem(size: number): ReadonlyMap<string, string> {
  const count = Math.ceil(size / FUNCTIONS_OF_A_FILE);
  return new Map(
    Array.from({ length: count }, (_, at) => {
      const first = at * FUNCTIONS_OF_A_FILE;
      const numbers = Array.from({ length: Math.min(FUNCTIONS_OF_A_FILE, size - first) }, (_, n) => first + n);
      const head = at + 1 < count ? [`extends: ${nameOf(at + 1)}`] : ['project: large', ...BEYOND_DEFAULTS];
      return [`spec/${nameOf(at)}`, [...head, 'environment: Test', 'suffix: bench', ...partOf(numbers), ''].join('\n')];
    }),
  );
}

function nameOf(at: number): string {
  return at === 0 ? 'large.yaml' : `large-${at}.yaml`;
}

function partOf(numbers: readonly number[]): string[] {
  return [
    'tables:',
    ...numbers.map(
      (n) => `  table-${n}: { partitionKey: { name: id }, indexes: { by-status: { partitionKey: { name: status } } } }`,
    ),
    'functions:',
    ...numbers.map(
      (n) =>
        `  function-${n}: { entry: runtime/handler.ts, environment: { TABLE: "{{ tables.table-${n}.name }}" }, access: { tables: { table-${n}: [GetItem, Query] } } }`,
    ),
    'api:',
    '  name: large-api',
    '  routes:',
    ...numbers.map((n) => `    route-${n}: { method: GET, path: "/part-${n}/{id}", function: function-${n} }`),
  ];
}
