// Prints the packages that a program loaded, as a JSON line on standard error when it ends. Must be loaded before the program.

const Module = require('node:module');
const loaded = new Set();
const load = Module._load;
Module._load = function (request, ...rest) {
  if (!request.startsWith('.') && !request.startsWith('/') && !Module.isBuiltin(request)) loaded.add(request);
  return load.call(this, request, ...rest);
};
process.on('exit', () => console.error(`LOADED ${JSON.stringify([...loaded].sort())}`));
