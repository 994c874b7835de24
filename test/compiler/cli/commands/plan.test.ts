// `plan`: the resources of a spec, and the origins of its values.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { graphOf, ROOT } from '../../../spec';
import { callCommand, runCommand } from '../run';

describe('payment-spec plan', () => {
  it('lists the resources by section, each with its location', async () => {
    const { code, stdout, stderr } = await callCommand(['plan', 'spec/pr.yaml']);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines[0]).to.equal('spec/pr.yaml: 51 resources in us-east-1, 26 outputs');
    expect(lines.filter((line) => /^\w/.test(line)).slice(1)).to.deep.equal([
      'alarms',
      'api',
      'functions',
      'monitoring',
      'permissionsBoundary',
      'queues',
      'tables',
    ]);
    expect(lines.at(-2)).to.match(/^ {2}dynamodb:Table +payments +spec\/pr\.yaml:17:3$/);
    expect(lines.filter((line) => line.startsWith('  '))).to.have.length(51);
  });

  it('prints inputs and outputs with --details, with values that AWS generates in angle brackets', async () => {
    const { stdout } = await callCommand(['plan', 'spec/pr1234.yaml', '--details']);
    for (const line of [
      '      settings: { throttlingRateLimit: 1000, ',
      '      restApi: <api.id>\n',
      '      code: <bundle of runtime/handler.ts, traced>\n',
      '      uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/<payment-processor.arn>/invocations"\n',
      '\noutputs\n  api_endpoint_url: "https://<api.id>.execute-api.us-east-1.amazonaws.com/prod/"\n',
    ])
      expect(stdout).to.include(line);
  });

  it('prints the graph as one JSON value with --json', async () => {
    const { code, stdout, stderr } = await callCommand(['plan', 'spec/development.yaml', '--json']);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).to.deep.equal({
      schemaVersion: 1,
      spec: 'spec/development.yaml',
      // The output has no steps of spec paths, which `path` contains as text.
      graph: JSON.parse(
        JSON.stringify(graphOf('spec/development.yaml'), (key, value) => (key === 'steps' ? undefined : value)),
      ),
    });
  });

  it('prints the values with their origins as JSON with --resolved --json', async () => {
    const { stdout } = await callCommand(['plan', 'spec/pr1234.yaml', '--resolved', '--json']);
    const { schemaVersion, values } = JSON.parse(stdout) as { schemaVersion: number; values: { path: string }[] };
    expect(schemaVersion).to.equal(1);
    const rows = ['api.throttle.rateLimit', 'api.metrics', 'queues.payment-processor-dlq.messageRetentionSeconds'];
    expect(values.filter(({ path }) => rows.includes(path) || path === 'tags.Region')).to.deep.equal([
      { path: 'api.metrics', value: true, origin: 'default' },
      { path: 'api.throttle.rateLimit', value: 1000, origin: 'spec/pr1234.yaml:27:26' },
      {
        path: 'queues.payment-processor-dlq.messageRetentionSeconds',
        value: 1209600,
        origin: 'spec/system.yaml:55:30',
      },
      { path: 'tags.Region', value: 'useast1', written: '{{ normalizedRegion }}', origin: 'spec/system.yaml:31:11' },
    ]);
  });

  it('reads standard input as a file of spec/', () => {
    const input = readFileSync(join(ROOT, 'spec/pr1234.yaml'), 'utf8');
    const { code, stdout } = runCommand(['plan', '-', '--json'], { input });
    expect(code).to.equal(0);
    const { spec, graph } = JSON.parse(stdout) as { spec: string; graph: { resources: unknown[] } };
    expect({ spec, resources: graph.resources.length }).to.deep.equal({ spec: 'spec/<stdin>', resources: 62 });
  });

  it('reports an error with its location, and prints nothing on standard output', () => {
    const input = 'extends: system.yaml\nenvironment: x\nsuffix: y\nlogRetentionDays: 8\n';
    const { code, stdout, stderr } = runCommand(['plan', '-'], { input });
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(stderr).to.match(/^spec\/<stdin>:4:19: error ENV3104/);
  });
});
