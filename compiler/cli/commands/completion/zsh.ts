// The completion script for zsh.

import type { Completable, CompletableCommand } from './completable';

/** Renders the script. */
export function renderZsh(program: string, commands: readonly CompletableCommand[]): string {
  const names = commands.map(({ name, description }) => `    ${quote(`${name}:${description}`)}`);
  const cases = commands.map(({ name, options, argument }) => {
    const specs = [
      ...options.map(({ flag, description, value }) => {
        const said = description.replaceAll(/[[\]\\]/g, '\\$&');
        return value === undefined ? `${flag}[${said}]` : `${flag}=[${said}]:value:${action(value)}`;
      }),
      ...(argument === undefined ? [] : [`*:argument:${action(argument)}`]),
    ];
    return [
      `    ${name})`,
      '      _arguments \\',
      specs.map((spec) => `        ${quote(spec)}`).join(' \\\n'),
      '      ;;',
    ].join('\n');
  });
  return `#compdef ${program}

_payment_spec() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${cases.join('\n')}
  esac
}

compdef _payment_spec ${program}`;
}

function action(value: Completable): string {
  if (typeof value === 'object') return `(${value.words.join(' ')})`;
  if (value === 'spec') return '_files -g "*.y(a|)ml"';
  return value === 'folder' ? '_files -/' : ' ';
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
