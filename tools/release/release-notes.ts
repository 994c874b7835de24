// Prints the section of CHANGELOG.md for a version: `tsx tools/release/release-notes.ts v0.2.0`. The default is the version in package.json.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNotes, findPlaceholder } from './releases';

const root = join(__dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string; repository: string };

const asked = (process.argv[2] ?? manifest.version).replace(/^v/, '');
const notes = findNotes(read('CHANGELOG.md'), asked);

if (asked !== manifest.version) refuse(`the tag is ${asked}, but package.json has version ${manifest.version}`);
else if (notes === undefined) refuse(`CHANGELOG.md has no section "## ${asked} - YYYY-MM-DD"; rename "Unreleased"`);
else if (findPlaceholder(manifest)) refuse('package.json still has the repository OWNER; put in the name of the owner');
else process.stdout.write(`${notes}\n`);

function refuse(reason: string): void {
  console.error(`release: ${reason}`);
  process.exitCode = 1;
}
