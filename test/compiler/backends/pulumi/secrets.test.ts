// Secret process variables on their way to Pulumi: read at deployment, and marked as secrets.

import { expect } from 'chai';
import { graphOf } from '../../../spec';
import { type Registration, record } from './registrations';

const SPEC = 'spec/secret.yaml';
const GRAPH = () =>
  graphOf(SPEC, {
    [SPEC]: `extends: development.yaml
suffix: secret
variables: { API_TOKEN: { default: unset } }
functions: { payment-processor: { environment: { TOKEN: "Bearer {{ env.API_TOKEN }}", PLAIN: text } } }
outputs: { token: "{{ env.API_TOKEN }}", plain: text }
`,
  });
const VALUE = 'canary-9f8e7d6c';

describe('a secret process variable', () => {
  it('is not in the graph', () => {
    expect(JSON.stringify(GRAPH())).to.include('"variable":"API_TOKEN"').and.not.include(VALUE);
  });

  it('reaches the function with its value at deployment, as a secret', async () => {
    const { registrations } = await record(GRAPH(), {}, { API_TOKEN: VALUE });
    expect(environmentOf(registrations)).to.deep.equal({ isSecret: true, TOKEN: `Bearer ${VALUE}`, PLAIN: 'text' });
  });

  it('has its default where it is not set', async () => {
    const { registrations } = await record(GRAPH());
    expect(environmentOf(registrations)).to.deep.equal({ isSecret: true, TOKEN: 'Bearer unset', PLAIN: 'text' });
  });

  it('is a secret output, and other outputs are not', async () => {
    const { isSecretOutput } = await record(GRAPH(), {}, { API_TOKEN: VALUE });
    expect(isSecretOutput).to.include({ token: true, plain: false });
  });
});

/** Two variables of the function, each with the secret mark of the engine's protocol if it is a secret. */
function environmentOf(registrations: readonly Registration[]) {
  const lambda = registrations.find(({ type }) => type === 'aws:lambda/function:Function');
  const marked = lambda?.inputs.environment as Marked | undefined;
  const { TOKEN, PLAIN } = marked?.value?.variables ?? {};
  return { isSecret: marked?.[MARK] === SECRET, TOKEN, PLAIN };
}

/** Pulumi's wire format of a secret (Pulumi developer documentation, "Property values"). */
const MARK = '4dabf18193072939515e22adb298388d';
const SECRET = '1b47061264138c4ac30d75fd1eb44270';

interface Marked {
  readonly [MARK]?: string;
  readonly value?: { readonly variables: Readonly<Record<string, unknown>> };
}
