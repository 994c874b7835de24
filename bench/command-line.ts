// Measures the start-up of a command: `validate` and `plan` against bare Node.js.

import { join } from 'node:path';
import { measureProcesses, median, minimum } from './measure';
import type { Bench, Row } from './row';

const ROOT = join(__dirname, '..');
const ROUNDS = { full: 20, small: 1 };

/** The most that a command may take beyond bare Node.js, in milliseconds. */
const ALLOWANCE_MILLISECONDS = 100;

export const commandLine: Bench = {
  name: 'command-line',
  measure: async (size) => {
    const command = (name: string) => ['bin/payment-spec.cjs', name, 'spec/pr1234.yaml'];
    const { bare, ...commands } = measureProcesses(
      { bare: ['-e', '0'], validate: command('validate'), plan: command('plan') },
      ROUNDS[size],
      ROOT,
    );
    return Object.entries(commands).map(([name, runs]): Row => {
      const pick = (key: 'wall' | 'cpu') => [runs, bare].map((all) => all.map((run) => run[key]));
      const [wall = [], bareWall = []] = pick('wall');
      const [cpu = [], bareCpu = []] = pick('cpu');
      const more = minimum(wall) - minimum(bareWall);
      return {
        work: `\`${name} spec/pr1234.yaml\`, whole process`,
        measured:
          `${more.toFixed(0)} ms more than bare Node.js (${(minimum(wall) / minimum(bareWall)).toFixed(1)} ×); ` +
          `median ${(median(wall) - median(bareWall)).toFixed(0)} ms; ` +
          `CPU ${(minimum(cpu) - minimum(bareCpu)).toFixed(0)} ms`,
        goal: name === 'validate' ? `≤ ${ALLOWANCE_MILLISECONDS} ms more` : '–',
        ...(name === 'validate' && { isMet: more <= ALLOWANCE_MILLISECONDS }),
      };
    });
  },
};
