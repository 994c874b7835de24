// A secret process variable on the real engine: encrypted in the state, hidden in the output, and unchanged by a second `up`.

import { expect } from 'chai';
import { describeOnEngine } from './engine';

const CANARY = 'canary-9f8e7d6c';
const SPEC = `extends: development.yaml
suffix: secret
variables: { API_TOKEN: { default: unset } }
functions: { payment-processor: { environment: { TOKEN: "Bearer {{ env.API_TOKEN }}" } } }
outputs: { token: "{{ env.API_TOKEN }}" }
`;

describeOnEngine('a secret process variable on the engine', (engine) => {
  it('reaches the cloud, and is not in clear text in the state or the output', async () => {
    const { project, cloud } = engine();
    project.setVariable('API_TOKEN', CANARY);
    project.write('spec/secret.yaml', SPEC);
    await project.succeed('stack', 'init', 'secret');
    const first = await project.succeed('up', '--yes', '--skip-preview');
    expect(JSON.stringify(cloud.snapshot())).to.include(`Bearer ${CANARY}`);
    const exported = await project.succeed('stack', 'export');
    const outputs = await project.succeed('stack', 'output');
    for (const text of [first, exported, outputs]) expect(text).to.not.include(CANARY);
    expect(exported).to.include('ciphertext');

    cloud.operations = [];
    const second = await project.succeed('up', '--yes', '--skip-preview');
    expect(cloud.operations).to.deep.equal([]);
    expect(second).to.not.include(CANARY);

    project.setVariable('API_TOKEN', 'canary-rotated');
    const third = await project.succeed('up', '--yes', '--diff');
    expect(cloud.operations.map(({ action, resource }) => `${action} ${resource}`)).to.deep.equal([
      'update aws:lambda/function:Function::payment-processor',
    ]);
    expect(third).to.not.include('canary-');
  });
});
