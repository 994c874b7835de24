// The arguments of `diff`.

import { CHANGE_CLASSES, type ChangeClass, classOfWord, wordOf } from '../../../diff/classes/change-class';
import { LEVELS } from '../../../estimates/cost/estimate';
import {
  examples,
  formatOf,
  InvalidArgumentError,
  JSON_OPTION,
  type JsonOption,
  Option,
  SPEC_ARGUMENT,
  type TextOrJson,
} from '../../command/declaration';
import type { Declare } from '../../command/parts';
import type { CostLimits, MaxIncrease } from './cost-gate';

/** A format of `diff`. */
export type DiffFormat = TextOrJson | 'markdown';

/** The arguments of `diff`. */
export interface DiffArguments extends Revisions {
  readonly spec: string | undefined;
  readonly other: string | undefined;
  /** Whether the specs that are staged for the next commit are compared with HEAD. */
  readonly staged?: true;
  /** Whether the names and waivers of two different environments are also compared. */
  readonly names?: true;
  /** Whether the alarms are also compared under the standard incidents. */
  readonly incidents?: true;
  /** The classes of change that cause exit code 12. */
  readonly failOn?: readonly ChangeClass[];
  /** Whether a difference causes exit code 10 or 11. */
  readonly exitCode?: true;
  /** The limits of the cost that cause exit code 12. */
  readonly costLimits: CostLimits;
  readonly format: DiffFormat;
}

/** The revisions to compare. */
export interface Revisions {
  /** The default is HEAD. */
  readonly from?: string;
  /** The default is the working tree. */
  readonly to?: string;
}

type Options = Omit<DiffArguments, 'spec' | 'other' | 'format' | 'costLimits'> &
  CostLimits &
  JsonOption & { readonly markdown?: true };

/** Declares `diff`. */
export const declareDiff: Declare<DiffArguments> = (command, run) => {
  command
    .description('compare two specs, or two revisions of one, and show what a deployment would do')
    .argument('[spec]', SPEC_ARGUMENT)
    .argument('[other]', 'the spec to compare with; without it, two revisions of the first spec are compared')
    .option('--from <revision>', 'the older revision of git (default: HEAD)')
    .option('--to <revision>', 'the newer revision of git (default: the working tree)')
    .addOption(
      new Option('--staged', 'compare all specs that are staged for the next commit with HEAD').conflicts([
        'from',
        'to',
      ]),
    )
    .option('--names', 'also compare the names, Regions and waivers of two different environments')
    .option(
      '--incidents',
      'also compare which alarms fire on a normal day and in standard incidents, which takes seconds',
    )
    .addOption(
      new Option('--fail-on <classes>', 'exit with 12 if the change has one of these classes, separated by commas')
        .choices(CHANGE_CLASSES.map(wordOf))
        .argParser(parseClasses),
    )
    .addOption(
      new Option(
        '--max-increase <limits>',
        'exit with 12 if the cost of a month rises by more: 50usd, 10%, or both, separated by a comma',
      ).argParser(parseIncrease),
    )
    .addOption(
      new Option(
        '--max-cost <usd>',
        'exit with 12 if the cost of a month is above this amount of US dollars',
      ).argParser(parseDollars),
    )
    .addOption(
      new Option('--cost-level <level>', 'the estimate that --max-increase and --max-cost apply to')
        .choices(LEVELS)
        .default('expected'),
    )
    .option('--exit-code', 'exit with 10 if resources or values differ, with 11 if data would be lost')
    .option(...JSON_OPTION)
    .addOption(new Option('--markdown', 'print Markdown, for a comment on a pull request').conflicts('json'))
    .addHelpText(
      'after',
      examples(
        'diff pr1234',
        'diff spec/pr1234.yaml --from main --exit-code',
        'diff pr1234 production',
        'diff pr1234 --from main --fail-on data-loss,data-hidden,unreachable',
        'diff --staged --fail-on data-loss',
        'diff production --from main --max-increase 50usd,10% --cost-level floor',
        'diff v1:spec/production.yaml v2:spec/production.yaml --markdown',
      ),
    )
    .action((spec: string | undefined, other: string | undefined, options: Options) => {
      const { json, markdown, maxIncrease, maxCost, costLevel, ...others } = options;
      const costLimits = { costLevel, ...(maxIncrease && { maxIncrease }), ...(maxCost !== undefined && { maxCost }) };
      return run({ ...others, spec, other, costLimits, format: markdown ? 'markdown' : formatOf({ json }) });
    });
};

function parseClasses(text: string): ChangeClass[] {
  const words = text.split(',').map((word) => word.trim());
  const unknown = words.find((word) => classOfWord(word) === undefined);
  if (unknown === undefined) return words.flatMap((word) => classOfWord(word) ?? []);
  const known = CHANGE_CLASSES.map(wordOf).join(', ');
  throw new InvalidArgumentError(`unknown class "${unknown}"; the classes are ${known}.`);
}

function parseIncrease(text: string): MaxIncrease {
  const limits = text.split(',').map((limit): MaxIncrease => {
    const [, amount, unit] = /^\s*(\d+(?:\.\d+)?)\s*(usd|%)\s*$/i.exec(limit) ?? [];
    if (amount === undefined) throw new InvalidArgumentError(`"${limit}" must be an amount such as 50usd, or 10%.`);
    return unit === '%' ? { percent: Number(amount) } : { usd: Number(amount) };
  });
  return Object.assign({}, ...limits);
}

function parseDollars(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new InvalidArgumentError('it must be an amount of US dollars, such as 500.');
  return Number(text);
}
