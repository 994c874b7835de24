// The completion script for bash 4 and later, without other packages.

import type { Completable, CompletableCommand } from './completable';

/** Renders the script. */
export function renderBash(program: string, commands: readonly CompletableCommand[]): string {
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap(({ flag, value }) =>
      value === undefined ? [] : [`    ${name}:${flag}) ${complete(value)}; return ;;`],
    ),
  );
  const flags = commands.map(({ name, options }) => `      ${name}) ${words(options.map(({ flag }) => flag))} ;;`);
  const places = commands.flatMap(({ name, argument }) =>
    argument === undefined ? [] : [`    ${name}) ${complete(argument)} ;;`],
  );
  return `# bash completion for ${program}

_payment_spec_specs() {
  compopt -o filenames 2>/dev/null
  local IFS=$'\\n'
  COMPREPLY=($(compgen -d -- "$current"; compgen -f -X '!*.yaml' -- "$current"; compgen -f -X '!*.yml' -- "$current"))
  if [[ -z $current ]]; then COMPREPLY+=($(compgen -G 'spec/*.yaml')); fi
}

_payment_spec() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= word
  COMPREPLY=()
  # bash splits --option=value.
  if [[ $current == = ]]; then current=; elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ $word != -* ]]; then command=$word; break; fi
  done
  case $command:$previous in
${values.join('\n')}
  esac
  if [[ $current == -* ]]; then
    case $command in
${flags.join('\n')}
    esac
    return
  fi
  case $command in
    '') ${words(commands.map(({ name }) => name))} ;;
${places.join('\n')}
  esac
}

complete -F _payment_spec ${program}`;
}

function complete(value: Completable): string {
  if (typeof value === 'object') return words(value.words);
  if (value === 'spec') return '_payment_spec_specs';
  return value === 'folder' ? 'COMPREPLY=($(compgen -d -- "$current"))' : ':';
}

function words(candidates: readonly string[]): string {
  return `COMPREPLY=($(compgen -W '${candidates.join(' ')}' -- "$current"))`;
}
