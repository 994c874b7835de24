// Generates docs/licences.md: the packages that this program uses, by licence.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleFunction } from '../../compiler/compile/bundle/bundle';

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  /** Whether it is only used for development. */
  readonly dev?: boolean;
}

/** Renders the page: the packages in the handler's code, then those installed with the command line and the Pulumi program. */
export async function generateLicencesPage(root: string): Promise<string> {
  const { packages }: { packages: Record<string, LockedPackage> } = JSON.parse(
    await readFile(join(root, 'package-lock.json'), 'utf8'),
  );
  const bundle = await bundleFunction({ entry: 'runtime/handler.ts', runtime: 'nodejs24.x', tracing: true }, root);
  const installed = Object.keys(packages).filter((folder) => folder !== '' && !packages[folder]?.dev);
  return [
    '# Licences',
    '',
    '<!-- Generated from package-lock.json by `npm run generate`. -->',
    '',
    'The licence that each package declares. Tests in `test/supply-chain/` compare all packages, including those for development, with a',
    'list of reviewed licences. `payment-spec export --format cyclonedx` prints the bill of materials of a spec’s functions.',
    '',
    '## In the code of the function',
    '',
    ...byLicence(bundle.packages, packages),
    '',
    '## Installed with the command line and the Pulumi program',
    '',
    ...byLicence(installed, packages),
    '',
  ].join('\n');
}

function byLicence(folders: readonly string[], packages: Readonly<Record<string, LockedPackage>>): string[] {
  const groups = new Map<string, Set<string>>();
  for (const folder of folders) {
    const { version, license = 'none named' } = packages[folder] ?? { version: '' };
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    groups.set(license, (groups.get(license) ?? new Set()).add(`${name} ${version}`));
  }
  const rows = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return rows.map(([licence, names]) => `- **${licence}**: ${[...names].sort().join(', ')}`);
}
