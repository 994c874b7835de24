// The reload of `payment-spec start` when its files change.

import { expect } from 'chai';
import { makeGate } from './gate';
import { makeProject, specOf } from './project';
import { answer, follow, SPEC, small, stopAfterEach } from './started';

describe('payment-spec start', () => {
  stopAfterEach();

  describe('reloads after', () => {
    it('an edit of a function or of a file that it imports', async () => {
      const project = makeProject({
        'functions/one.ts': `import { text } from './text';\nexport const handler = () => ({ statusCode: 200, body: text });`,
        'functions/text.ts': `export const text = 'one';`,
        [SPEC]: specOf(['one']),
      });
      const { out, get, forget } = await follow(project);
      for (const text of ['two', 'three']) {
        forget();
        project.write({ 'functions/text.ts': `export const text = '${text}';` });
        await out.line(/^Reloaded/);
        expect(await get()).to.equal(text);
      }
    });

    it('an edit during another reload', async () => {
      const gate = await makeGate();
      const project = small();
      const { out, get, forget } = await follow(project);
      // The edit is loading until the gate opens.
      const curl = `require('node:child_process').execFileSync('curl', ['--silent', '${gate.url}']);`;
      project.write({ 'functions/one.ts': `${curl}\n${answer('two')}` });
      await gate.reached;
      project.write({ 'functions/one.ts': answer('three') });
      gate.open();
      await out.line(/^Reloaded/);
      if ((await get()) === 'two') {
        forget();
        await out.line(/^Reloaded/);
      }
      expect(await get()).to.equal('three');
    });

    it('an edit of the spec or of a file that it extends', async () => {
      const project = makeProject({
        'functions/one.ts': 'export const handler = () => ({ statusCode: 200, body: process.env.WORD });',
        [SPEC]: 'extends: base.yaml\nsuffix: t\n',
        'spec/base.yaml': specOf(['one'])
          .replace('suffix: t\n', '')
          .replace('one.ts }', 'one.ts, environment: { WORD: a } }'),
      });
      const { out, get, forget } = await follow(project);
      expect(await get()).to.equal('a');
      project.write({ 'spec/base.yaml': specOf(['one']).replace('one.ts }', 'one.ts, environment: { WORD: b } }') });
      await out.line(/^Reloaded/);
      expect(await get()).to.equal('b');
      forget();
      project.write({ [SPEC]: 'extends: base.yaml\nfunctions: { one: { environment: { WORD: c } } }\n' });
      await out.line(/^Reloaded/);
      await out.line(/^ {2}functions\.one\.environment\.WORD {2}"b" -> "c" {2}spec\/\S+:2:\d+$/);
      expect(await get()).to.equal('c');
    });

    const repairs: Record<string, { broken: Record<string, string>; error: RegExp; repair: Record<string, string> }> = {
      'an invalid spec': {
        broken: { [SPEC]: 'project: small\n' },
        error: /ENV3102 missing-field/,
        repair: { [SPEC]: specOf(['one']) },
      },
      'a spec that extends a missing file': {
        broken: { [SPEC]: `extends: base.yaml\n${specOf(['one'])}` },
        error: /ENV2001 file-not-found/,
        repair: { 'spec/base.yaml': 'costCenter: c\n' },
      },
      'a new file that does not parse': {
        broken: {
          'functions/one.ts': `import { text } from './sub/new';\nexport const handler = () => ({ statusCode: 200, body: text });`,
          'functions/sub/new.ts': 'export const = 1;',
        },
        error: /^functions\/sub\/new\.ts:1:\d+ /,
        repair: { 'functions/sub/new.ts': `export const text = 'repaired';` },
      },
      'a new file that is missing': {
        broken: {
          'functions/one.ts': `import { text } from './missing';\nexport const handler = () => ({ statusCode: 200, body: text });`,
        },
        error: /^functions\/one\.ts:1:\d+ Could not resolve/,
        repair: { 'functions/missing.ts': `export const text = 'repaired';` },
      },
      'a function that throws while it loads': {
        broken: { 'functions/one.ts': `throw new Error("no");\n${answer('one')}` },
        error: /does not start: Error: no/,
        repair: { 'functions/one.ts': answer('repaired') },
      },
      'a function that is emptied': {
        broken: { 'functions/one.ts': '' },
        error: /error ENV3252 handler-not-exported: functions\/one\.ts does not export "handler"$/,
        repair: { 'functions/one.ts': answer('repaired') },
      },
      'an imported file that is emptied': {
        broken: {
          'functions/text.ts': '',
          'functions/one.ts': `import { text } from './text';\nexport const handler = () => ({ statusCode: 200, body: text });`,
        },
        error: /^functions\/one\.ts:1:\d+ Import "text" will always be undefined/,
        repair: { 'functions/text.ts': `export const text = 'repaired';` },
      },
      'a missing entry file': {
        broken: { [SPEC]: specOf(['one']).replace('functions/one.ts', 'functions/entry.ts') },
        error: /error ENV3250 entry-not-found: file functions\/entry\.ts does not exist/,
        repair: { 'functions/entry.ts': answer('repaired') },
      },
      'a handler that is not a function': {
        broken: { 'functions/one.ts': 'export const handler = 1;' },
        error: /^functions\/one\.ts exports "handler" as a number, which Lambda cannot call$/,
        repair: { 'functions/one.ts': answer('repaired') },
      },
    };
    it('the repair of a mistake, and serves the last valid version until then', async () => {
      const original = { 'functions/one.ts': answer('one'), [SPEC]: specOf(['one']) };
      const project = makeProject(original);
      const { out, err, get, forget } = await follow(project);
      for (const [mistake, { broken, error, repair }] of Object.entries(repairs)) {
        forget();
        project.write(broken);
        await err.line(error);
        await err.line(/^The last valid version keeps serving\.$/);
        expect(await get(), mistake).to.equal('one');
        expect(
          out.lines.filter((line) => line.startsWith('Reloaded')),
          mistake,
        ).to.deep.equal([]);
        project.write(repair);
        await out.line(/^Reloaded/);
        expect(await get(), mistake).to.be.oneOf(['repaired', 'one']);
        forget();
        const written: Record<string, string> = { ...broken, ...repair };
        const changed = Object.entries(original).filter(([path, text]) => (written[path] ?? text) !== text);
        project.write(Object.fromEntries(changed));
        if (changed.length > 0) await out.line(/^Reloaded/);
      }
    });
  });
});
