// Loaded before a program: prints on its end which packages it loaded, as a JSON line on standard error.

const Module = require('node:module');
const loaded = new Set();
const load = Module._load;
Module._load = function (request, ...rest) {
  if (!request.startsWith('.') && !request.startsWith('/') && !Module.isBuiltin(request)) loaded.add(request);
  return load.call(this, request, ...rest);
};
process.on('exit', () => console.error(`LOADED ${JSON.stringify([...loaded].sort())}`));
