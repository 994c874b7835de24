// A new kind of resource, a parameter of Systems Manager with the id of the API: the files and edits of the steps of CONTRIBUTING.md.

import type { Insertion } from './project-copy';

/** Its Pulumi type token. */
export const KIND = 'aws:ssm/parameter:Parameter';

/** The definition. */
export const KIND_DEFINITION: Readonly<Record<string, string>> = {
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

/** The entry in the list of services. */
export const KIND_ENTRY: Readonly<Record<string, readonly Insertion[]>> = {
  'compiler/graph/kinds/kinds.ts': [
    { text: "import { SSM } from './ssm';\n", before: 'import { WAFV2 }' },
    { text: '  ...SSM,\n', before: '  ...WAFV2,' },
  ],
};

/** The lowering of the API to a parameter with its id. */
export const KIND_LOWERING: Readonly<Record<string, readonly Insertion[]>> = {
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

/** The rules of the export. */
export const KIND_RULES: Readonly<Record<string, string>> = {
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

/** The entries of the other tables: the export, the deployer, and the behaviour of AWS for the tests. */
export const KIND_TABLES: Readonly<Record<string, readonly Insertion[]>> = {
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
export const TABLES_OF_KINDS = [
  'compiler/backends/cloudformation/rules.ts',
  'compiler/backends/deployer/policy.ts',
  'test/engine/cloud/kinds/index.ts',
  'test/engine/cloud/permissions/arns.ts',
  'test/engine/cloud/permissions/calls.ts',
];

/** The files that are generated from the definitions of the kinds. */
export const KIND_GENERATED = [
  'compiler/backends/pulumi/constructors.generated.ts',
  'compiler/graph/classes.generated.ts',
];

/** The places of CONTRIBUTING.md with a placeholder, and the files of this kind there. */
export const KIND_PLACES: Readonly<Record<string, string>> = {
  'compiler/graph/kinds/<service>.ts': 'compiler/graph/kinds/ssm.ts',
  'compiler/compile/lower/<section>.ts': 'compiler/compile/lower/api.ts',
  'compiler/backends/cloudformation/kinds/<service>.ts': 'compiler/backends/cloudformation/kinds/ssm.ts',
  'compiler/backends/deployer/kinds/<subject>.ts': 'compiler/backends/deployer/kinds/monitoring.ts',
  'test/engine/cloud/kinds/<subject>.ts': 'test/engine/cloud/kinds/monitoring.ts',
  'test/engine/cloud/permissions/services/<subject>.ts': 'test/engine/cloud/permissions/services/monitoring.ts',
};
