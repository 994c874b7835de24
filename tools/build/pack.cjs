// Prepares the archive of `npm pack`, and cleans up after it: `node tools/build/pack.cjs before|after`.

const { readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { buildAll } = require('./build.cjs');

const root = join(__dirname, '../..');
const shrinkwrap = join(root, 'npm-shrinkwrap.json');

/**
 * The lock file for npm-shrinkwrap.json. npm never packs package-lock.json, so only this file gives an installed package the
 * tested versions of its dependencies. Packages for development are omitted, because npm would also install them.
 */
function withoutDevelopment({ packages, ...lock }) {
  const { devDependencies: _development, ...own } = packages[''];
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  return { ...lock, packages: { '': own, ...Object.fromEntries(shipped) } };
}

if (process.argv[2] === 'before') {
  buildAll();
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  writeFileSync(shrinkwrap, `${JSON.stringify(withoutDevelopment(lock), undefined, 2)}\n`);
} else {
  rmSync(shrinkwrap, { force: true });
}
