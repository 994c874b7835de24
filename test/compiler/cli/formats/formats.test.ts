// The formats of a report, each read with an independent parser.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect } from 'chai';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { renderReport } from '../../../../compiler/cli/formats/formats';
import { FORMATS, type Format } from '../../../../compiler/cli/formats/names';
import { CATALOGUE } from '../../../../compiler/compile/catalogue';
import { compileSpec } from '../../../../compiler/compile/compile';
import { PLAIN } from '../../../../compiler/diagnostics/style';
import { compileProject, SURROUNDINGS } from '../../../spec';

// Names and values with characters that formats must escape: %, a comma, quotation marks, markup, a control character.
const SPEC =
  'extends: base.yaml\ntags: { "a,b:100%<&>": "x\\u0001" }\nlogRetentionDays: 8\nprotect: no\nprotect: yes\n';
const BASE = 'project: payment\nenvironment: Test\nsuffix: base\nmonitoring: { dashboard: false }\n';
const files: Readonly<Record<string, string>> = {
  'spec/a b.yaml': SPEC.replace('protect: yes\n', ''),
  'spec/base.yaml': BASE,
  'spec/twice.yaml': SPEC,
};

function render(format: Format): string {
  const paths = ['spec/a b.yaml', 'spec/base.yaml', 'spec/twice.yaml'];
  const compiled = paths.map((path) => ({ path, ...compileSpec(path, (file) => files[file], SURROUNDINGS) }));
  const specs = compiled.map(({ path, graph }) => ({ path, ...(graph ? { resources: graph.resources.length } : {}) }));
  const diagnostics = compiled.flatMap((compilation) => compilation.diagnostics);
  return renderReport({ version: '1.2.3', catalogue: CATALOGUE, specs, diagnostics, waived: [] }, format, PLAIN);
}

describe('the format', () => {
  it('json contains each location, message and help once', () => {
    const { schemaVersion, valid, specs, diagnostics } = JSON.parse(render('json'));
    expect({ schemaVersion, valid, specs }).to.deep.equal({
      schemaVersion: 1,
      valid: false,
      specs: [
        { path: 'spec/a b.yaml', valid: false },
        { path: 'spec/base.yaml', valid: true, resources: 0 },
        { path: 'spec/twice.yaml', valid: false },
      ],
    });
    expect(diagnostics.map(({ code, line, column }: Record<string, unknown>) => [code, line, column])).to.deep.equal([
      ['ENV3106', 2, 9],
      ['ENV3104', 3, 19],
      ['ENV3103', 4, 10],
      ['ENV1010', 5, 1],
    ]);
    expect(diagnostics[2]).to.deep.equal({
      code: 'ENV3103',
      slug: 'wrong-type',
      severity: 'error',
      message: 'protect must be true or false, found the text "no"',
      help: 'YAML 1.2 reads no as text; write protect: false',
      file: 'spec/a b.yaml',
      line: 4,
      column: 10,
      endLine: 4,
      endColumn: 12,
      related: [],
    });
    expect(diagnostics[3].related).to.deep.equal([
      { message: 'the first one', file: 'spec/twice.yaml', line: 4, column: 1, endLine: 4, endColumn: 8 },
    ]);
  });

  it('sarif is valid by the schema of OASIS, and contains a rule for each diagnostic of the catalogue', () => {
    const {
      $schema: _draft4,
      id: _id,
      ...schema
    } = JSON.parse(readFileSync(join(__dirname, 'fixtures/sarif-schema-2.1.0.json'), 'utf8'));
    const ajv = new Ajv({
      strict: false,
      allErrors: true,
      formats: { uri: true, 'uri-reference': true, 'date-time': true },
    });
    const check = ajv.compile(schema);
    const log = JSON.parse(render('sarif'));
    expect(check(log), JSON.stringify(check.errors)).to.equal(true);
    const [{ tool, results }] = log.runs;
    expect(tool.driver.rules.length).to.equal(CATALOGUE.length);
    expect(
      results.map(({ ruleId, ruleIndex }: { ruleId: string; ruleIndex: number }) => [
        ruleId,
        tool.driver.rules[ruleIndex].id,
      ]),
    ).to.deep.equal(['ENV3106', 'ENV3104', 'ENV3103', 'ENV1010'].map((code) => [code, code]));
    expect(results[0].locations[0].physicalLocation.artifactLocation).to.deep.equal({ uri: 'spec/a%20b.yaml' });
    log.runs[0].results[0].level = 'fatal';
    expect(check(log)).to.equal(false);
  });

  it('junit is XML with a failed case for each error, and a passed case for each valid spec', () => {
    const xml = render('junit');
    expect(XMLValidator.validate(xml)).to.equal(true);
    const { testsuites } = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'testcase' }).parse(
      xml,
    );
    expect([testsuites['@_tests'], testsuites['@_failures']]).to.deep.equal(['5', '4']);
    const cases = testsuites.testsuite.flatMap(({ testcase }: { testcase: Record<string, unknown>[] }) => testcase);
    expect(cases.map((one: Record<string, unknown>) => [one['@_name'], 'failure' in one])).to.deep.equal([
      ['compiles', false],
      ['ENV3106 wrong-form at spec/a b.yaml:2:9', true],
      ['ENV3104 not-in-list at spec/a b.yaml:3:19', true],
      ['ENV3103 wrong-type at spec/a b.yaml:4:10', true],
      ['ENV1010 repeated-key at spec/twice.yaml:5:1', true],
    ]);
    expect(xml).to.include('a,b:100%&lt;&amp;&gt;');
  });

  it('github contains one workflow command per line, with separators escaped', () => {
    const lines = render('github').split('\n');
    expect(lines[0]).to.match(
      /^::error file=spec\/a b\.yaml,line=2,endLine=2,col=9,endColumn=21,title=ENV3106 wrong-form::the name of tags\.a,b:100%25<&> is /,
    );
    expect(lines[2]).to.equal(
      '::error file=spec/a b.yaml,line=4,endLine=4,col=10,endColumn=11,title=ENV3103 wrong-type::protect must be true or false, found the text "no"%0Ahelp: YAML 1.2 reads no as text; write protect: false',
    );
    expect(lines[3]).to.include('%0Aspec/twice.yaml:4: the first one');
    expect(lines.slice(4)).to.deep.equal(['4 errors']);
  });

  it('human ends with the valid specs', () => {
    expect(render('human').split('\n').slice(-2)).to.deep.equal(['4 errors', 'spec/base.yaml: valid, 0 resources']);
  });

  it('lists waived findings with reason and expiry, and does not count them', () => {
    const { diagnostics } = compileProject('spec/x.yaml', { 'spec/x.yaml': 'a: 1\n' });
    const waived = diagnostics.slice(0, 1).map((diagnostic) => ({
      diagnostic,
      waiver: { name: 'known', reason: 'Known since June.', expires: '2027-01-31' },
    }));
    const report = { version: '1', catalogue: CATALOGUE, specs: [], diagnostics: [], waived };
    expect(renderReport(report, 'human', PLAIN)).to.match(
      /^spec\/x\.yaml:1:1: waived until 2027-01-31: ENV3\d+ [a-z-]+: Known since June\.$/,
    );
    expect(JSON.parse(renderReport(report, 'json', PLAIN)).waived[0].waiver).to.deep.equal(waived[0]?.waiver);
    expect(JSON.parse(renderReport(report, 'sarif', PLAIN)).runs[0].results[0].suppressions).to.deep.equal([
      { kind: 'inSource', justification: 'until 2027-01-31: Known since June.' },
    ]);
  });

  it('contains no control characters from the spec', () => {
    const { diagnostics } = compileProject('spec/x.yaml', { 'spec/x.yaml': 'a: "\u001b[31m\u202e"\n\u009b: 1\n' });
    const raw = FORMATS.map((format) =>
      renderReport({ version: '1', catalogue: CATALOGUE, specs: [], diagnostics, waived: [] }, format, PLAIN),
    );
    expect(diagnostics.length).to.be.greaterThan(1);
    expect(raw.slice(0, 1).filter((text) => /(?!\n)[\p{Cc}\p{Bidi_Control}]/u.test(text))).to.deep.equal([]);
  });
});
