// Adds a field to a copy of the project by the steps of CONTRIBUTING.md, and compiles a spec that uses it.

import { expect } from 'chai';
import { itInExhaustive } from '../exhaustive';
import { copyWholeProject, type Insertion, PROGRAM, type ProjectCopy, readContributing } from './project-copy';

const TITLE = 'of the class of a table changes only the class';

/** The edits of the steps, for the field `tables.<name>.tableClass`. */
const EDITS: Readonly<Record<string, readonly Insertion[]>> = {
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
  'test/compiler/compile/compile.test.ts': [
    {
      text: `  it('${TITLE}', () => {
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

const GENERATED = [
  'docs/language.md',
  'schema/environment.generated.ts',
  'schema/spec-file.generated.json',
  'schema/validate.generated.cjs',
];

/** The places of CONTRIBUTING.md with a placeholder, and the files of this field there. */
const PLACES: Readonly<Record<string, string>> = {
  'compiler/compile/lower/<section>.ts': 'compiler/compile/lower/table.ts',
  'compiler/backends/cloudformation/kinds/<service>.ts': 'compiler/backends/cloudformation/kinds/dynamodb.ts',
};

describe('the steps of CONTRIBUTING.md for a new field', () => {
  let copy: ProjectCopy;
  before(() => {
    copy = copyWholeProject();
    copy.insert(EDITS);
  });
  after(() => copy.remove());

  it('name each file that is edited, and their number', () => {
    const { text, files } = readContributing('Adding a field');
    expect(files.map((path) => PLACES[path] ?? path)).to.have.members(Object.keys(EDITS));
    expect(text).to.match(/^\s*Four files/);
    expect(Object.keys(EDITS)).to.have.length(4);
  });

  it('generate the rest, and no other file is edited', () => {
    expect(copy.run(PROGRAM.tsx, ['tools/generate.ts'])).to.deep.include({ code: 0, stderr: '' });
    expect(copy.changed()).to.have.members([...Object.keys(EDITS), ...GENERATED]);
  });

  it('set the input in a spec that uses the field, and keep the graphs of the others', () => {
    const { code, stdout } = copy.run(PROGRAM.mocha, [
      ...['--reporter', 'dot', 'test/compiler/compile/compile.test.ts', 'test/compiler/golden.test.ts'],
      ...['--grep', `${TITLE}|the phases of .* lower$`],
    ]);
    expect(code, stdout).to.equal(0);
    expect(stdout).to.match(/\n {2}4 passing/);
  });

  it('validate the field, and export it to CloudFormation', () => {
    const spec = (value: string) => `extends: pr1234.yaml\ntables: { payments: { tableClass: ${value} } }\n`;
    copy.write({ 'spec/cold.yaml': spec('STANDARD_INFREQUENT_ACCESS'), 'spec/wrong.yaml': spec('COLD') });
    expect(copy.run(PROGRAM.paymentSpec, ['export', 'cold']).stdout).to.include(
      '"TableClass": "STANDARD_INFREQUENT_ACCESS"',
    );
    expect(copy.run(PROGRAM.paymentSpec, ['validate', 'wrong']).stdout).to.include('ENV3104');
  });

  it('satisfy tsc', () => {
    const rules = 'compiler/backends/cloudformation/rules.ts';
    expect(
      copy.typeErrors(['compiler/compile/compile.ts', rules, 'test/compiler/compile/compile.test.ts']),
    ).to.deep.equal([]);
  });

  itInExhaustive('satisfy tsc in the whole project', async () => {
    expect(copy.typeErrors(['compiler', 'test'])).to.deep.equal([]);
  });
});
