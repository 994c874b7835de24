// A made-up system of any size, to see how the compiler's time grows.

/** The spec of a system of so many functions, each with a table that it uses and a route that leads to it. */
export function largeSystem(size: number): string {
  const each = (line: (n: number) => string) => Array.from({ length: size }, (_, n) => line(n)).join('\n');
  return [
    'project: large',
    'environment: Test',
    'suffix: bench',
    'tables:',
    each(
      (n) => `  table-${n}: { partitionKey: { name: id }, indexes: { by-status: { partitionKey: { name: status } } } }`,
    ),
    'functions:',
    each(
      (n) =>
        `  function-${n}: { entry: runtime/handler.ts, environment: { TABLE: "{{ tables.table-${n}.name }}" }, access: { tables: { table-${n}: [GetItem, Query] } } }`,
    ),
    'api:',
    '  name: large-api',
    '  routes:',
    each((n) => `    route-${n}: { method: GET, path: "/part-${n}/{id}", function: function-${n} }`),
    '',
  ].join('\n');
}
