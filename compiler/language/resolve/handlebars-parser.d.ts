// Types for the parser of handlebars. The package's entry also loads its compiler and runtime, which take 10 ms and 220 kB.

declare module 'handlebars/dist/cjs/handlebars/compiler/base' {
  export { parse } from 'handlebars';
}
