// Takes the steps of CONTRIBUTING.md in one copy of the project, which generates, type-checks, tests and runs all additions at once.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { scaffoldRule } from '../../tools/generate/rule-scaffold';
import { itInExhaustive } from '../exhaustive';
import { ROOT } from '../spec';
import { COMMAND_ENTRIES, COMMAND_FILES } from './new-command';
import { FIELD_EDITS, FIELD_GENERATED, FIELD_PLACES, FIELD_TITLE } from './new-field';
import {
  KIND,
  KIND_DEFINITION,
  KIND_ENTRY,
  KIND_GENERATED,
  KIND_LOWERING,
  KIND_PLACES,
  KIND_RULES,
  KIND_TABLES,
  TABLES_OF_KINDS,
} from './new-kind';
import { copyWholeProject, PROGRAM, type ProjectCopy, readContributing } from './project-copy';

/** The sections of rules about the fields of a spec. */
const SECTIONS = readdirSync(join(ROOT, 'compiler/compile/rules'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'resources')
  .map(({ name }) => name)
  .filter((name) => readdirSync(join(ROOT, 'compiler/compile/rules', name)).some((file) => file.endsWith('.rule.ts')));

/** The rules: an example for each section, and the one that `npm run new:rule` creates. */
const EXAMPLES = SECTIONS.length + 1;

const RULE_LIST = 'compiler/compile/rules/rules.generated.ts';

/** The generated files that `npm run generate` writes after all steps. */
const GENERATED = ['docs/diagnostics.md', ...FIELD_GENERATED, ...KIND_GENERATED];

describe('the steps of CONTRIBUTING.md', () => {
  let copy: ProjectCopy;
  before(() => {
    copy = copyWholeProject();
  });
  after(() => copy.remove());

  /** The files that an edit of the copy creates or changes. */
  const changedBy = (edit: () => void): string[] => {
    const before = new Set(copy.changed());
    edit();
    return copy.changed().filter((path) => !before.has(path));
  };
  /** Runs the tests of some titles in some files, and expects their number to pass. */
  const runTests = (
    files: readonly string[],
    { titles, count }: { readonly titles: string; readonly count: number },
    variables?: NodeJS.ProcessEnv,
  ) => {
    const args = ['--reporter', 'dot', ...files, '--grep', titles];
    const { code, stdout } = copy.run(PROGRAM.mocha, args, variables);
    expect(code, stdout).to.equal(0);
    expect(stdout).to.include(`\n  ${count} passing`);
  };
  const call = (...args: string[]) => copy.run(PROGRAM.paymentSpec, args);

  it('for a new command name each created or edited file, and their number', () => {
    const byHand = [...Object.keys(COMMAND_FILES), ...Object.keys(COMMAND_ENTRIES)];
    const { text, files } = readContributing('Adding a command');
    expect(files.map((path) => path.replace('<name>', 'outputs'))).to.have.members(byHand);
    expect(text).to.include('Three new files and four edits.');
    expect([Object.keys(COMMAND_FILES).length, Object.keys(COMMAND_ENTRIES).length]).to.deep.equal([3, 4]);
    const changed = changedBy(() => {
      copy.write(COMMAND_FILES);
      copy.insert(COMMAND_ENTRIES);
    });
    expect(changed).to.have.members(byHand);
  });

  const newRule = (name: string) => copy.run(PROGRAM.tsx, ['tools/generate/new-rule.ts', name]);

  it('for a new rule require a known section and a subject in lower case', () => {
    expect(scaffoldRule({ section: 'tables', subject: 'cold', code: 'ENV3299' })).to.be.a('map');
    for (const [section, subject] of [
      ['tables', ''],
      ['storage', 'cold'],
      ['tables', 'Cold'],
    ] as const)
      expect(scaffoldRule({ section, subject, code: 'ENV3299' })).to.equal(undefined);
    expect(newRule('tables')).to.deep.include({ code: 2 });
  });

  it('for a new rule do not replace an existing rule', () => {
    expect(newRule('tables/time-to-live-type')).to.deep.equal({
      code: 1,
      stdout: '',
      stderr: 'the diagnostic time-to-live-type already exists; choose another subject\n',
    });
  });

  it('for a new rule create two files to edit in each section', () => {
    expect(readContributing('Adding a rule between fields').text).to.match(/^\s*Two files, and a row for a limit\./);
    expect(SECTIONS).to.have.length.greaterThan(5);
    const changed = changedBy(() => {
      for (const [index, section] of SECTIONS.entries()) {
        const rule = { section, subject: `${section}-example`, code: `ENV329${index}` };
        copy.write(Object.fromEntries(scaffoldRule(rule) ?? []));
      }
      expect(newRule('tables/another-example').stdout.match(/^created .+$/gm)).to.have.length(2);
    });
    expect(changed.filter((path) => path !== RULE_LIST)).to.have.length(2 * EXAMPLES);
  });

  it('satisfy the tests of all commands and diagnostics, which write the golden files of new rules', () => {
    const changed = changedBy(() => {
      const commands = ['test/docs/documents.test.ts', 'test/compiler/cli/secret-variables.test.ts'];
      const diagnostics = ['test/compiler/compile/broken.test.ts', 'test/wording.test.ts'];
      // Of a rule: its broken case, and four tests of its wording.
      const count = 3 + EXAMPLES + 4 * EXAMPLES;
      const titles = 'cover each command|printed by outputs|-example( |$)';
      runTests([...commands, ...diagnostics], { titles, count }, { UPDATE_GOLDENS: '1' });
    });
    expect(changed.filter((path) => !/^test\/broken\/.*-example\/expected\.txt$/.test(path))).to.deep.equal([]);
    expect(changed).to.have.length(EXAMPLES);
  });

  it('for a new field name each edited file, and their number', () => {
    const { text, files } = readContributing('Adding a field');
    expect(files.map((path) => FIELD_PLACES[path] ?? path)).to.have.members(Object.keys(FIELD_EDITS));
    expect(text).to.match(/^\s*Five files/);
    expect(Object.keys(FIELD_EDITS)).to.have.length(5);
    expect(changedBy(() => copy.insert(FIELD_EDITS))).to.have.members(Object.keys(FIELD_EDITS));
  });

  it('for a new kind of resource name each created or edited file, and their number', () => {
    const byHand = [KIND_DEFINITION, KIND_ENTRY, KIND_LOWERING, KIND_RULES, KIND_TABLES].flatMap(Object.keys);
    const { text, files } = readContributing('Adding a kind of resource');
    expect(files.map((path) => KIND_PLACES[path] ?? path)).to.have.members(byHand);
    expect(text).to.include(
      'Four files, a line in two lists for the first kind of a service, and three tables of the tests.',
    );
    expect(byHand).to.have.length(4 + 2 + 3);
  });

  it('generate the rest, and no other file is edited', () => {
    copy.write(KIND_DEFINITION);
    copy.insert(KIND_ENTRY);
    const changed = changedBy(() => {
      const { code, stdout, stderr } = copy.run(PROGRAM.tsx, ['tools/generate.ts']);
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
      expect(stdout.match(/(?<=^wrote ).*/gm)).to.have.members(GENERATED);
    });
    expect(changed).to.have.members(GENERATED);
    const explained = readFileSync(join(copy.folder, 'docs/diagnostics.md'), 'utf8');
    for (const section of SECTIONS) expect(explained).to.include(`${section}-example`);
  });

  it('set the input in a spec that uses the field, and keep the graphs of the others', () => {
    const titles = `${FIELD_TITLE}|the phases of .* lower$`;
    runTests(['test/compiler/compile/compile.test.ts', 'test/compiler/golden.test.ts'], { titles, count: 1 + 3 });
  });

  it('satisfy tsc, which names each table without the new kind', () => {
    copy.insert(KIND_LOWERING);
    const added = ['compiler/compile/compile.ts', 'compiler/cli/bin.ts', RULE_LIST];
    const tests = ['test/compiler/compile/compile.test.ts', 'test/compiler/cli/secret-variables.test.ts'];
    const errors = copy.typeErrors([...added, ...tests, ...TABLES_OF_KINDS]);
    expect(errors.map((line) => line.replace(/\(.*/, ''))).to.have.members(TABLES_OF_KINDS);
    for (const error of errors) expect(error).to.include(KIND);
  });

  it('satisfy the linter', () => {
    const lint = copy.run(PROGRAM.biome, ['ci', '--error-on-warnings', 'compiler/compile/rules']);
    expect(lint.stdout).to.include('No fixes applied');
  });

  it('create a command that prints text and JSON, and reports an invalid spec', () => {
    copy.write(KIND_RULES);
    copy.insert(KIND_TABLES);
    expect(call('outputs', 'pr')).to.deep.equal({ code: 0, stdout: 'spec/pr.yaml: 26 outputs\n', stderr: '' });
    expect(JSON.parse(call('outputs', 'pr', '--json').stdout)).to.deep.equal({
      schemaVersion: 1,
      path: 'spec/pr.yaml',
      count: 26,
    });
    expect(call('outputs', 'nothing', '--json')).to.deep.include({ code: 1, stderr: '' });
  });

  it('add the command to the help and the completion', () => {
    expect(call('--help').stdout).to.match(/ init .*\n.* outputs .*\n.* start /);
    expect(call('completion', 'bash').stdout).to.include("outputs) COMPREPLY=($(compgen -W '--json --help'");
  });

  it('validate the field, and export it and the kind to CloudFormation', () => {
    const spec = (value: string) => `extends: pr1234.yaml\ntables: { payments: { tableClass: ${value} } }\n`;
    copy.write({ 'spec/cold.yaml': spec('STANDARD_INFREQUENT_ACCESS'), 'spec/wrong.yaml': spec('COLD') });
    expect(call('validate', 'wrong').stdout).to.include('ENV3104');
    const { Resources } = JSON.parse(call('export', 'cold').stdout) as {
      Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: object }>>;
    };
    const propertiesOf = (type: string) => Object.values(Resources).find(({ Type }) => Type === type)?.Properties;
    expect(propertiesOf('AWS::DynamoDB::Table')).to.have.property('TableClass', 'STANDARD_INFREQUENT_ACCESS');
    expect(propertiesOf('AWS::SSM::Parameter')).to.have.property('Type', 'String');
  });

  it('plan a resource of the kind, and add its actions to the policy of the deployer', () => {
    expect(call('plan', 'pr1234').stdout).to.match(/ssm:Parameter +api-id/);
    expect(call('deploy-policy', 'pr1234').stdout)
      .to.match(/ssm:PutParameter/)
      .and.to.match(/:parameter\//);
  });

  itInExhaustive('satisfy tsc in the whole project', async () => {
    expect(copy.typeErrors(['compiler', 'test'])).to.deep.equal([]);
  });
});
