// `completion`: what bash completes with the script, and what the scripts of the other shells hold.

import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { ROOT } from '../spec';
import { runCommand } from './run';

/** What bash would offer for a line; its last word is the one that is typed. */
function completed(words: readonly string[]): string[] {
  const script = runCommand(['completion', 'bash']).stdout;
  const program = `${script}
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_payment_spec
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-uc', program, 'bash', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0 || stderr !== '') throw new Error(`bash ended with ${status}: ${stderr}`);
  return stdout.split('\n').filter((line) => line !== '');
}

describe('payment-spec completion', () => {
  const rows: Record<string, { words: string[]; offers: string[] }> = {
    'a command': { words: ['v'], offers: ['validate'] },
    'commands that begin alike': { words: ['p'], offers: ['plan'] },
    'an option of a command': { words: ['diff', '--ex'], offers: ['--exit-code'] },
    'an option behind an argument': { words: ['diff', 'spec/pr.yaml', '--fr'], offers: ['--from'] },
    'no option of another command': { words: ['plan', '--port'], offers: [] },
    'a choice': { words: ['graph', '--format', ''], offers: ['mermaid', 'dot', 'svg'] },
    'a choice behind an equals sign': { words: ['graph', '--format', '=', 's'], offers: ['svg'] },
    'the choices of an argument': { words: ['completion', ''], offers: ['bash', 'zsh', 'fish'] },
    'a spec': { words: ['plan', 'spec/pr1'], offers: ['spec/pr1234.yaml'] },
    'a spec behind another': { words: ['diff', 'spec/pr.yaml', 'spec/prod'], offers: ['spec/production.yaml'] },
    'the spec of an option': { words: ['start', '--spec', 'spec/d'], offers: ['spec/development.yaml'] },
    'a folder that specs are in': { words: ['validate', 'sp'], offers: ['spec'] },
    'a folder for the data': { words: ['start', '--data', 'runt'], offers: ['runtime'] },
    'nothing that is no spec': { words: ['plan', 'package'], offers: [] },
  };
  for (const [what, { words, offers }] of Object.entries(rows)) {
    it(`completes ${what}`, () => expect(completed(['payment-spec', ...words])).to.deep.equal(offers));
  }

  it('offers all specs of spec/ before anything is typed', () => {
    expect(completed(['payment-spec', 'validate', ''])).to.include.members(['spec/pr1234.yaml', 'spec/system.yaml']);
  });

  for (const shell of ['zsh', 'fish']) {
    it(`knows each command and option in ${shell}`, () => {
      const { code, stdout } = runCommand(['completion', shell]);
      expect(code).to.equal(0);
      const commands = completed(['payment-spec', '']);
      expect(commands).to.include.members(['validate', 'plan', 'explain', 'diff', 'graph', 'init', 'migrate', 'start']);
      for (const command of commands) {
        expect(stdout, command).to.match(
          new RegExp(shell === 'zsh' ? `^ {4}${command}\\)$` : ` -a ${command} -d '`, 'm'),
        );
        for (const flag of completed(['payment-spec', command, '--'])) {
          const said = shell === 'zsh' ? `'${flag}` : `from ${command}' -l ${flag.slice(2)} `;
          expect(stdout, `${command} ${flag}`).to.include(said);
        }
      }
      expect(stdout).to.include('mermaid dot svg');
    });
  }

  it('names the shells that there are', () => {
    const { code, stderr } = runCommand(['completion', 'tcsh']);
    expect(code).to.equal(2);
    expect(stderr).to.include('Allowed choices are bash, zsh, fish.');
  });
});
