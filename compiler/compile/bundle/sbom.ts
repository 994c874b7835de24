// Renders a software bill of materials (CycloneDX 1.6) of the functions' code.

import type { JsonObject } from '../../graph/value';

/** A function's code. */
export interface BundledFunction {
  readonly name: string;
  /** The SHA-256 of its bundle, in hexadecimal. */
  readonly hash: string;
  /** The folders of the packages whose code it contains, such as `node_modules/@smithy/core`. */
  readonly packages: readonly string[];
}

/** The `packages` of a package-lock.json, by folder. */
export type LockedPackages = Readonly<Record<string, LockedPackage | undefined>>;

interface LockedPackage {
  readonly version?: string;
  /** An SPDX expression. */
  readonly license?: string;
  /** The algorithm and the base64 text of the hash, such as `sha512-…`. */
  readonly integrity?: string;
}

/** Renders the document without a time or a serial number, so that the same code gives the same text. */
export function renderSbom(project: string, functions: readonly BundledFunction[], locked: LockedPackages): JsonObject {
  const folders = [...new Set(functions.flatMap(({ packages }) => packages))].sort();
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: project, 'bom-ref': project } },
    components: [
      ...functions.map(({ name, hash }) => ({
        type: 'application',
        name,
        'bom-ref': functionRef(name),
        hashes: [{ alg: 'SHA-256', content: hash }],
      })),
      ...folders.map((folder) => describePackage(folder, locked[folder] ?? {})),
    ],
    dependencies: [
      { ref: project, dependsOn: functions.map(({ name }) => functionRef(name)) },
      ...functions.map(({ name, packages }) => ({ ref: functionRef(name), dependsOn: packages })),
    ],
  };
}

const functionRef = (name: string) => `functions.${name}`;

function describePackage(folder: string, { version = '', license, integrity }: LockedPackage): JsonObject {
  const fullName = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const [group, name] = fullName.startsWith('@') ? fullName.split('/') : [undefined, fullName];
  return {
    type: 'library',
    'bom-ref': folder,
    ...(group === undefined ? {} : { group }),
    name: name ?? fullName,
    version,
    // The @ of a scope is encoded as %40 in a package URL (package-url/purl-spec, npm).
    purl: `pkg:npm/${fullName.replace('@', '%40')}@${version}`,
    ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
    ...(integrity === undefined ? {} : { hashes: integrity.split(' ').flatMap(hashOf) }),
  };
}

function hashOf(integrity: string): JsonObject[] {
  const [, content] = /^sha512-(.+)$/.exec(integrity) ?? [];
  return content === undefined ? [] : [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }];
}
