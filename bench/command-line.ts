// Measures whole commands against bare Node.js.

import { join } from 'node:path';
import { measureProcesses, median, minimum } from './measure';
import type { Bench, Row } from './row';

const ROOT = join(__dirname, '..');
const SIZES = {
  full: { rounds: 20, warmUps: 1, simulated: '10m' },
  small: { rounds: 1, warmUps: 0, simulated: '1s' },
};

/** The commands, each with the most that it may take beyond bare Node.js, in milliseconds; null: no goal. */
const commandsFor = (simulated: string): readonly (readonly [command: string, allowance: number | null])[] => [
  ['validate spec/pr1234.yaml', 100],
  ['cost spec/pr1234.yaml', 150],
  [`simulate spec/pr1234.yaml --rps 2 --for ${simulated}`, 250],
  [`simulate spec/pr1234.yaml --rps 500 --for ${simulated}`, 250],
  ['plan spec/pr1234.yaml', null],
];

export const commandLine: Bench = {
  name: 'command-line',
  measure: async (size) => {
    const { rounds, warmUps, simulated } = SIZES[size];
    const commands = commandsFor(simulated);
    const processes = Object.fromEntries([
      ['bare', ['-e', '0']],
      ...commands.map(([command]) => [command, ['bin/payment-spec.cjs', ...command.split(' ')]] as const),
    ]);
    const runs = measureProcesses(processes, rounds, ROOT, warmUps);
    return commands.map(([command, allowance]): Row => {
      const pick = (key: 'wall' | 'cpu') => [command, 'bare'].map((name) => (runs[name] ?? []).map((run) => run[key]));
      const [wall = [], bareWall = []] = pick('wall');
      const [cpu = [], bareCpu = []] = pick('cpu');
      const more = minimum(wall) - minimum(bareWall);
      return {
        work: `\`${command}\`, whole process`,
        measured:
          `${more.toFixed(0)} ms more than bare Node.js (${(minimum(wall) / minimum(bareWall)).toFixed(1)} ×); ` +
          `median ${(median(wall) - median(bareWall)).toFixed(0)} ms; ` +
          `CPU ${(minimum(cpu) - minimum(bareCpu)).toFixed(0)} ms`,
        ...(allowance === null ? { goal: '–' } : { goal: `≤ ${allowance} ms more`, isMet: more <= allowance }),
      };
    });
  },
};
