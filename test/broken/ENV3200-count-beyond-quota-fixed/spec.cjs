const names = (count, first) => Array.from({ length: count }, (_, at) => `${first}${at}`);
const index = (at) =>
  `      index-${at}: { partitionKey: { name: key${at} }, projection: INCLUDE, nonKeyAttributes: [${names(17, 'a').join(', ')}] }`;
module.exports = ['extends: base.yaml', 'tables:', '  payments:', '    indexes:', ...[1, 2, 3, 4, 5, 6].map(index)].join('\n');
