// The completion script for fish.

import type { Completable, CompletableCommand } from './completable';

/** Renders the script. */
export function renderFish(program: string, commands: readonly CompletableCommand[]): string {
  const complete = `complete -c ${program}`;
  return [
    `# fish completion for ${program}`,
    `${complete} -f`,
    ...commands.map(
      ({ name, description }) => `${complete} -n __fish_use_subcommand -a ${name} -d ${quote(description)}`,
    ),
    ...commands.flatMap(({ name, options, argument }) => {
      const within = `${complete} -n ${quote(`__fish_seen_subcommand_from ${name}`)}`;
      return [
        ...options.map(({ flag, description, value }) =>
          [
            `${within} -l ${flag.slice(2)}`,
            ...(value === undefined ? [] : ['-r', candidates(value)]),
            `-d ${quote(description)}`,
          ].join(' '),
        ),
        ...(argument === undefined || argument === 'anything' ? [] : [`${within} ${candidates(argument)}`]),
      ];
    }),
  ].join('\n');
}

function candidates(value: Completable): string {
  if (typeof value === 'object') return `-a ${quote(value.words.join(' '))}`;
  if (value === 'spec') return `-a ${quote('(__fish_complete_suffix .yaml)')}`;
  return value === 'folder' ? `-a ${quote('(__fish_complete_directories)')}` : '';
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
