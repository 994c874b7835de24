// The bill of materials: valid by CycloneDX's schema, and complete for the bundled code.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect } from 'chai';
import { renderSbom } from '../../../../compiler/compile/bundle/sbom';
import { ROOT } from '../../../spec';
import { runCommand } from '../../cli/run';

const SCHEMAS = join(ROOT, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
const schemaOf = (name: string) => JSON.parse(readFileSync(join(SCHEMAS, `${name}.SNAPSHOT.schema.json`), 'utf8'));

// These documents do not contain formats such as internationalised e-mail addresses.
const ajv = new Ajv({ strict: false, validateFormats: false });
for (const name of ['spdx', 'jsf-0.82'])
  ajv.addSchema(schemaOf(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
const isValid = ajv.compile(schemaOf('bom-1.6'));

interface Component {
  readonly name: string;
  readonly group?: string;
  readonly version?: string;
}

describe('payment-spec export --format cyclonedx', () => {
  const exported = () => runCommand(['export', '--format', 'cyclonedx', 'spec/production.yaml']);

  it('prints the same CycloneDX 1.6 document on each call', () => {
    const { code, stdout } = exported();
    expect(isValid(JSON.parse(stdout)), JSON.stringify(isValid.errors)).to.equal(true);
    expect({ code, stdout: exported().stdout }).to.deep.equal({ code: 0, stdout });
  });

  it('contains only the packages whose code is in the function, with their locked versions', () => {
    const { components }: { components: Component[] } = JSON.parse(exported().stdout);
    const names = components.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`));
    expect(names).to.include.members(['payment-processor', '@aws-sdk/client-dynamodb', 'lossless-json']);
    expect(names).to.not.include.members(['esbuild', '@pulumi/aws']);
    const installed = JSON.parse(readFileSync(join(ROOT, 'node_modules/lossless-json/package.json'), 'utf8'));
    expect(components.find(({ name }) => name === 'lossless-json')?.version).to.equal(installed.version);
  });

  it('supports nested packages, and licences with alternatives', () => {
    const folder = 'node_modules/a/node_modules/@b/c';
    const { components, dependencies } = renderSbom('p', [{ name: 'f', hash: '0'.repeat(64), packages: [folder] }], {
      [folder]: { version: '1.2.3', license: '(MIT OR Apache-2.0)', integrity: 'sha1-AA== sha512-//8=' },
    }) as { components: object[]; dependencies: object[] };
    expect(components[1]).to.deep.equal({
      type: 'library',
      'bom-ref': folder,
      group: '@b',
      name: 'c',
      version: '1.2.3',
      purl: 'pkg:npm/%40b/c@1.2.3',
      licenses: [{ expression: '(MIT OR Apache-2.0)' }],
      hashes: [{ alg: 'SHA-512', content: 'ffff' }],
    });
    expect(dependencies).to.deep.equal([
      { ref: 'p', dependsOn: ['functions.f'] },
      { ref: 'functions.f', dependsOn: [folder] },
    ]);
  });

  it('reports a missing lock file, and an error in a function', () => {
    const spec = 'project: p\nenvironment: e\nsuffix: s\nfunctions: { f: { entry: missing.ts } }\n';
    const { code, stdout, stderr } = runCommand(['export', '--format', 'cyclonedx', '-'], { input: spec });
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(stderr).to.include('missing.ts');
  });
});
