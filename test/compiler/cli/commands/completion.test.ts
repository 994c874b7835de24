// `completion`: completions in bash, and the contents of the scripts for other shells.

import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { COMMANDS } from '../../../../compiler/cli/commands/registry';
import { ROOT } from '../../../spec';
import { runCommand } from '../run';

let script: string | undefined;

/** The completions of bash for a line, whose last word is incomplete. */
function completed(words: readonly string[]): string[] {
  script ??= runCommand(['completion', 'bash']).stdout;
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
    'only matching commands': { words: ['p'], offers: ['plan', 'prices'] },
    'the actions of a command': { words: ['events', ''], offers: ['replay', 'enable'] },
    'the options of an action': { words: ['events', 'replay', '--pay'], offers: ['--payment'] },
    'an option of a command': { words: ['diff', '--ex'], offers: ['--exit-code'] },
    'an option after an argument': { words: ['diff', 'spec/pr.yaml', '--fr'], offers: ['--from'] },
    'no option of another command': { words: ['plan', '--port'], offers: [] },
    'a choice': { words: ['graph', '--format', ''], offers: ['svg', 'mermaid', 'dot'] },
    'a choice after an equals sign': { words: ['graph', '--format', '=', 's'], offers: ['svg'] },
    'the choices of an argument': { words: ['completion', ''], offers: ['bash', 'zsh', 'fish'] },
    'a spec': { words: ['plan', 'spec/pr1'], offers: ['spec/pr1234.yaml'] },
    'a spec after another spec': { words: ['diff', 'spec/pr.yaml', 'spec/prod'], offers: ['spec/production.yaml'] },
    'a spec as the value of an option': { words: ['start', '--spec', 'spec/d'], offers: ['spec/development.yaml'] },
    'a folder of specs': { words: ['validate', 'sp'], offers: ['spec'] },
    'a folder for the data': { words: ['start', '--data', 'runt'], offers: ['runtime'] },
    'no file that is not a spec': { words: ['plan', 'package'], offers: [] },
  };
  for (const [what, { words, offers }] of Object.entries(rows)) {
    it(`completes ${what}`, () => expect(completed(['payment-spec', ...words])).to.deep.equal(offers));
  }

  it('offers all specs of spec/ for an empty word', () => {
    expect(completed(['payment-spec', 'validate', ''])).to.include.members(['spec/pr1234.yaml', 'spec/system.yaml']);
  });

  for (const shell of ['zsh', 'fish']) {
    it(`contains each command and option for ${shell}`, () => {
      const { code, stdout } = runCommand(['completion', shell]);
      expect(code).to.equal(0);
      const commands = completed(['payment-spec', '']);
      expect(commands).to.deep.equal(Object.keys(COMMANDS));
      for (const command of commands) {
        expect(stdout, command).to.match(
          new RegExp(shell === 'zsh' ? `^ {4}${command}\\)$` : ` -a ${command} -d '`, 'm'),
        );
        for (const flag of completed(['payment-spec', command, '--'])) {
          const said = shell === 'zsh' ? `'${flag}` : `from ${command}' -l ${flag.slice(2)} `;
          expect(stdout, `${command} ${flag}`).to.include(said);
        }
      }
      expect(stdout).to.include('svg mermaid dot');
    });
  }

  it('lists the supported shells', () => {
    const { code, stderr } = runCommand(['completion', 'tcsh']);
    expect(code).to.equal(2);
    expect(stderr).to.include('Allowed choices are bash, zsh, fish.');
  });
});
