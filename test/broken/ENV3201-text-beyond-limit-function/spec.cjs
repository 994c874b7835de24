const route = (_, at) => `    route-${at}: { method: GET, path: "/payments/{id}/part-${at}", function: processor }`;
module.exports = ['extends: base.yaml', 'api:', '  routes:', ...Array.from({ length: 60 }, route)].join('\n');
