// A new field, `tables.<name>.tableClass`: the edits of the steps of CONTRIBUTING.md.

import type { Insertion } from './project-copy';

/** The title of the new test. */
export const FIELD_TITLE = 'of the class of a table changes only the class';

/** The edits. */
export const FIELD_EDITS: Readonly<Record<string, readonly Insertion[]>> = {
  'schema/environment.schema.json': [
    {
      text: `        "tableClass": {
          "description": "The class of the table: STANDARD_INFREQUENT_ACCESS costs less for storage, and more for reads and writes (DynamoDB Developer Guide, \\"DynamoDB table classes\\").",
          "type": "string",
          "enum": ["STANDARD", "STANDARD_INFREQUENT_ACCESS"],
          "default": "STANDARD",
          "examples": ["STANDARD_INFREQUENT_ACCESS"]
        },
`,
      before:
        '        "capacity": {\n          "$ref": "#/$defs/capacity",\n          "description": "The capacity under billing mode',
    },
  ],
  'compiler/compile/lower/table.ts': [
    {
      text: "      tableClass: table.tableClass === 'STANDARD' ? undefined : table.tableClass,\n",
      before: '      hashKey: table.partitionKey.name,\n',
    },
  ],
  'compiler/backends/cloudformation/kinds/dynamodb.ts': [
    { text: "      tableClass: 'TableClass',\n", after: "      billingMode: 'BillingMode',\n" },
    { text: 'TableClass, ', after: 'const { Replicas, Tags, ' },
    {
      text: '    ...(TableClass !== undefined && { TableClass }),\n',
      after: '    ...(DeletionProtectionEnabled !== undefined && { DeletionProtectionEnabled }),\n',
    },
  ],
  'compiler/local/emulation/stores.ts': [
    {
      text: "  'tables.*.tableClass': notLocal('Only a deployment reads it'),\n",
      before: "  'tables.*.timeToLiveAttribute': approximated(",
    },
  ],
  'test/compiler/compile/compile.test.ts': [
    {
      text: `  it('${FIELD_TITLE}', () => {
    const after = edited('deletionProtection: false', 'tableClass: STANDARD_INFREQUENT_ACCESS\\n    deletionProtection: false');
    expect(differences(byId(before), byId(after))).to.deep.equal([
      'payments.inputs.tableClass: undefined -> "STANDARD_INFREQUENT_ACCESS"',
    ]);
  });

`,
      before: "  it('of a tag changes the tag",
    },
  ],
};

/** The files that are generated from the schema and the emulation. */
export const FIELD_GENERATED = [
  'docs/emulation.md',
  'docs/language.md',
  'schema/environment.generated.ts',
  'schema/spec-file.generated.json',
  'schema/validate.generated.cjs',
];

/** The places of CONTRIBUTING.md with a placeholder, and the files of this field there. */
export const FIELD_PLACES: Readonly<Record<string, string>> = {
  'compiler/compile/lower/<section>.ts': 'compiler/compile/lower/table.ts',
  'compiler/backends/cloudformation/kinds/<service>.ts': 'compiler/backends/cloudformation/kinds/dynamodb.ts',
  'compiler/local/emulation/<subject>.ts': 'compiler/local/emulation/stores.ts',
};
