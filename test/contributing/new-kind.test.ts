// Adds a kind of resource to a copy of the project by the steps of CONTRIBUTING.md, and exports it.

import { expect } from 'chai';
import { itInExhaustive } from '../exhaustive';
import { copyWholeProject, type Insertion, PROGRAM, type ProjectCopy, readContributing } from './project-copy';

/** The kind: a parameter of Systems Manager, with the id of the API. */
const KIND = 'aws:ssm/parameter:Parameter';

/** The definition and the lowering; after them tsc names the other tables. */
const DEFINITION: Readonly<Record<string, string>> = {
  'compiler/graph/kinds/ssm.ts': `// The kinds of resources of Systems Manager.

import { type KindDefinitions, once } from './definition';

/** By Pulumi type token. */
export const SSM = {
  '${KIND}': {
    identity: once('name'),
    cost: { free: 'standard parameters' },
    replacedBy: ['name', 'dataType'],
    // 1011 characters with the ARN before the name (SSM API, PutParameter).
    name: { input: 'name', what: 'parameter', service: 'SSM', most: 950, fewest: 1, character: /[A-Za-z0-9_./-]/ },
    count: 'fixed',
    texts: 'short',
  },
} as const satisfies KindDefinitions;
`,
};

const LOWERING: Readonly<Record<string, readonly Insertion[]>> = {
  'compiler/graph/kinds/kinds.ts': [
    { text: "import { SSM } from './ssm';\n", before: 'import { WAFV2 }' },
    { text: '  ...SSM,\n', before: '  ...WAFV2,' },
  ],
  'compiler/compile/lower/api.ts': [
    {
      text: `    resource(handle('${KIND}', apiPartName('id')), origin, {
      name: \`/\${physicalName(environment, 'api-id')}\`,
      type: 'String',
      value: restApi,
      tags: environment.tags,
    }),
`,
      before: '    ...lowerMethodSettings(',
    },
  ],
};

/** The rules of the back ends, and the behaviour of AWS for the tests. */
const RULES: Readonly<Record<string, string>> = {
  'compiler/backends/cloudformation/kinds/ssm.ts': `// Rules for Systems Manager.

import type { KindRule } from '../rule';

/** By kind. */
export const SSM = {
  '${KIND}': {
    type: 'AWS::SSM::Parameter',
    inputs: { name: 'Name', type: 'Type', value: 'Value', tags: 'Tags' },
  } satisfies KindRule<'${KIND}'>,
};
`,
};

const TABLES: Readonly<Record<string, readonly Insertion[]>> = {
  'compiler/backends/cloudformation/rules.ts': [
    { text: "import { SSM } from './kinds/ssm';\n", before: 'import { WAFV2 }' },
    { text: '  ...SSM,\n', before: '  ...WAFV2,' },
  ],
  'compiler/backends/deployer/kinds/monitoring.ts': [
    {
      text: `  '${KIND}': {
    service: 'ssm',
    create: ['PutParameter', 'AddTagsToResource'],
    read: ['GetParameter', 'ListTagsForResource'],
    update: ['PutParameter', 'RemoveTagsFromResource'],
    delete: ['DeleteParameter'],
    on: ({ name }) => [\`parameter\${name}\`],
    unscoped: ['DescribeParameters'],
  } satisfies KindAccess<'${KIND}'>,

`,
      before: "  'aws:xray/samplingRule:SamplingRule': {",
    },
  ],
  'test/engine/cloud/kinds/monitoring.ts': [
    {
      text: `  '${KIND}': {
    identity: named('name'),
    existing: { answer: 'refuse', text: () => 'ParameterAlreadyExists: The parameter already exists.' },
    id: (inputs) => text(inputs, 'name'),
    chosen: (_inputs, { region }) => ({ dataType: 'text', tier: 'Standard', region }),
    outputs: ({ inputs }, place) => ({ arn: arn('ssm', place, \`parameter\${text(inputs, 'name')}\`) }),
    source: 'internal/service/ssm/parameter.go; SSM API, PutParameter (ParameterAlreadyExists)',
  },
`,
      before: "  'aws:xray/samplingRule:SamplingRule': {",
    },
  ],
  'test/engine/cloud/permissions/services/monitoring.ts': [
    {
      text: `  '${KIND}': {
    source: 'ssm/parameter.go',
    tagging: { tag: 'ssm:AddTagsToResource', untag: 'ssm:RemoveTagsFromResource', list: 'ssm:ListTagsForResource' },
    make: ({ arn }) => calls(arn, 'ssm:PutParameter'),
    read: ({ arn }) => [
      ...calls(arn, 'ssm:GetParameter'),
      ...calls('*', 'ssm:DescribeParameters'),
      ...calls(arn, 'ssm:ListTagsForResource'),
    ],
    update: ({ arn }) => calls(arn, 'ssm:PutParameter'),
    delete: ({ arn }) => calls(arn, 'ssm:DeleteParameter'),
  },

`,
      before: "  'aws:xray/samplingRule:SamplingRule': {",
    },
  ],
  'test/engine/cloud/permissions/arns.ts': [
    {
      text: `  '${KIND}': regional('ssm', ({ name }) => \`parameter\${String(name)}\`),\n`,
      before: "  'aws:wafv2/webAcl:WebAcl':",
    },
  ],
};

/** The tables that are total over the kinds, in which tsc names a missing kind. */
const TOTAL = [
  'compiler/backends/cloudformation/rules.ts',
  'compiler/backends/deployer/policy.ts',
  'test/engine/cloud/kinds/index.ts',
  'test/engine/cloud/permissions/arns.ts',
  'test/engine/cloud/permissions/calls.ts',
];

const GENERATED = ['compiler/backends/pulumi/constructors.generated.ts', 'compiler/graph/classes.generated.ts'];

/** The places of CONTRIBUTING.md with a placeholder, and the files of this kind there. */
const PLACES: Readonly<Record<string, string>> = {
  'compiler/graph/kinds/<service>.ts': 'compiler/graph/kinds/ssm.ts',
  'compiler/compile/lower/<section>.ts': 'compiler/compile/lower/api.ts',
  'compiler/backends/cloudformation/kinds/<service>.ts': 'compiler/backends/cloudformation/kinds/ssm.ts',
  'compiler/backends/deployer/kinds/<subject>.ts': 'compiler/backends/deployer/kinds/monitoring.ts',
  'test/engine/cloud/kinds/<subject>.ts': 'test/engine/cloud/kinds/monitoring.ts',
  'test/engine/cloud/permissions/services/<subject>.ts': 'test/engine/cloud/permissions/services/monitoring.ts',
};

const byHand = [...Object.keys(DEFINITION), ...Object.keys(LOWERING), ...Object.keys(RULES), ...Object.keys(TABLES)];

describe('the steps of CONTRIBUTING.md for a new kind of resource', () => {
  let copy: ProjectCopy;
  before(() => {
    copy = copyWholeProject();
  });
  after(() => copy.remove());

  it('name each created or edited file, and their number', () => {
    const { text, files } = readContributing('Adding a kind of resource');
    expect(files.map((path) => PLACES[path] ?? path)).to.have.members(byHand);
    expect(text).to.include(
      'Four files, a line in two lists for the first kind of a service, and three tables of the tests.',
    );
    expect(byHand).to.have.length(4 + 2 + 3);
  });

  it('define it, and tsc names each table without it', () => {
    copy.write(DEFINITION);
    copy.insert(LOWERING);
    const generated = copy.run(PROGRAM.tsx, ['tools/generate.ts']);
    expect(generated).to.deep.include({ code: 0, stderr: '' });
    expect(generated.stdout.match(/(?<=^wrote ).*/gm)).to.have.members(GENERATED);
    const errors = copy.typeErrors(TOTAL);
    expect(errors.map((line) => line.replace(/\(.*/, ''))).to.have.members(TOTAL);
    for (const error of errors) expect(error).to.include(KIND);
  });

  it('create a resource that is compiled, exported and part of the policy of the deployer', () => {
    copy.write(RULES);
    copy.insert(TABLES);
    expect(copy.changed()).to.have.members([...byHand, ...GENERATED]);
    const call = (...args: string[]) => copy.run(PROGRAM.paymentSpec, args);
    expect(call('plan', 'pr1234').stdout).to.match(/ssm:Parameter +api-id/);
    const template = JSON.parse(call('export', 'pr1234').stdout) as { Resources: Record<string, { Type: string }> };
    const parameter = Object.values(template.Resources).find(({ Type }) => Type === 'AWS::SSM::Parameter');
    expect(parameter).to.have.nested.property('Properties.Type', 'String');
    expect(call('deploy-policy', 'pr1234').stdout)
      .to.match(/ssm:PutParameter/)
      .and.to.match(/:parameter\//);
  });

  itInExhaustive('satisfy tsc', async () => {
    expect(copy.typeErrors(['compiler', 'test'])).to.deep.equal([]);
  });
});
