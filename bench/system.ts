// Generates a system of any size, to measure how the compiler's time grows.

/** Quotas above the defaults of AWS, and no part whose size AWS limits without a quota. */
const BEYOND_DEFAULTS = [
  'quotas: { apiGateway: { resourcesPerApi: 100000 }, dynamodb: { tables: 100000 }, iam: { roles: 100000 } }',
  'monitoring: { dashboard: false }',
  'permissionsBoundary: NONE',
  'traffic: { requestsPerSecond: 100 }',
];

/** The path of a system's spec. */
export const LARGE_SPEC = 'spec/large.yaml';

/** The files of a system with a number of functions, each with a table, a route and the generated alarms. */
export function largeSystem(size: number): ReadonlyMap<string, string> {
  const numbers = Array.from({ length: size }, (_, n) => n);
  const head = ['project: large', ...BEYOND_DEFAULTS, 'environment: Test', 'suffix: bench'];
  return new Map([[LARGE_SPEC, [...head, ...partOf(numbers), ''].join('\n')]]);
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
