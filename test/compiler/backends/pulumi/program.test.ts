// index.ts: selects the spec of a stack, and reports a missing spec.

import * as pulumi from '@pulumi/pulumi';
import { expect } from 'chai';

import { graphOf } from '../../../spec';

describe('the Pulumi program', () => {
  /** Runs the program as a stack. Returns the number of registered resources, and the outputs. */
  async function run(stack: string, config: Record<string, string> = {}) {
    let count = 0;
    await pulumi.runtime.setMocks(
      {
        call: () => ({}),
        newResource: ({ name, inputs }) => {
          count += 1;
          // Attributes that the mocks omit are undefined, and cannot be converted to text.
          const computed = ['arn', 'url', 'invokeArn', 'executionArn', 'rootResourceId', 'resourceId'].map((key) => [
            key,
            `<${name}.${key}>`,
          ]);
          return { id: `<${name}.id>`, state: { ...Object.fromEntries(computed), ...inputs } };
        },
      },
      'payment',
      stack,
      true,
      'organization',
    );
    pulumi.runtime.setAllConfig(config);
    // The program compiles when its module is loaded.
    delete require.cache[require.resolve('../../../../index')];
    const program = require('../../../../index') as typeof import('../../../../index');
    const outputs = await program();
    await pulumi.runtime.disconnect();
    return { count, outputs };
  }

  async function failure(stack: string, config: Record<string, string> = {}): Promise<Error> {
    try {
      await run(stack, config);
    } catch (problem) {
      return problem as Error;
    }
    return expect.fail('the program did not fail');
  }

  it("deploys the spec with the stack's name, and the provider", async () => {
    const { count, outputs } = await run('pr1234');
    expect(count).to.equal(63);
    expect(Object.keys(outputs)).to.deep.equal(Object.keys(graphOf('spec/pr1234.yaml').outputs));
  });

  it("deploys the spec in the stack's config", async () => {
    const { count } = await run('anything', { 'payment:spec': 'spec/development.yaml' });
    expect(count).to.equal(graphOf('spec/development.yaml').resources.length + 1);
  });

  it('rejects a stack that is configured for another Region', async () => {
    const problem = await failure('pr1234', { 'aws:region': 'eu-west-1' });
    expect(problem.message).to.equal(
      "the spec's region is us-east-1, but the stack's config has aws:region eu-west-1; change one of them",
    );
  });

  it('lists the existing specs if the stack has none', async () => {
    const problem = await failure('nosuch');
    expect(pulumi.RunError.isInstance(problem)).to.equal(true);
    expect(problem.message).to.equal(
      'stack "nosuch" has no spec: file spec/nosuch.yaml does not exist; name the stack after one of spec/development.yaml, spec/events.yaml, spec/pr.yaml, spec/pr1234.yaml, spec/production.yaml, spec/system.yaml, or select one: pulumi config set spec spec/<name>.yaml',
    );
  });

  it('registers nothing if the spec is invalid, and prints its diagnostics', async () => {
    const problem = await failure('system');
    expect(pulumi.RunError.isInstance(problem)).to.equal(true);
    expect(problem.message).to.match(/^spec\/system\.yaml:4:1: error ENV3102 missing-field: missing field environment/);
  });

  const broken: Record<string, RegExp> = {
    'missing-entry': /:5:17: error ENV3250 entry-not-found: file runtime\/nowhere\.ts does not exist in the project/,
    'missing-handler': /^runtime\/handler\.ts does not export "createRequestHandler"; it exports handler$/,
  };
  for (const [name, message] of Object.entries(broken)) {
    it(`registers nothing if the code of a function is missing: ${name}`, async () => {
      const problem = await failure('any', { 'payment:spec': `test/compiler/backends/pulumi/fixtures/${name}.yaml` });
      expect(pulumi.RunError.isInstance(problem)).to.equal(true);
      expect(problem.message).to.match(message);
    });
  }
});
