// Makes the closures of TypeScript cheap in tests. tsx lets esbuild set the name of each function whenever it is created, which
// takes a fifth of the CPU of tests that walk large graphs. Functions have the same names without it, because nothing is renamed.

const Module = require('node:module');

const NAMING = 'var __name=(target,value)=>__defProp(target,"name",{value,configurable:true});';
// As long as the original, so that the columns of source maps stay valid.
const WITHOUT_NAMING = 'var __name=target=>target;'.padEnd(NAMING.length);

const { _compile } = Module.prototype;
Module.prototype._compile = function (code, ...others) {
  return _compile.call(this, code.replace(NAMING, WITHOUT_NAMING), ...others);
};
