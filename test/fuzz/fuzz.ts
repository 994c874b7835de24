// Fuzzes the compiler: npm run fuzz -- [--seconds 60 | --runs 10000] [--seed 1].

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { mutatedSpec, randomBytes, randomYaml } from './inputs';
import { judge } from './judge';

const KINDS = { 'random bytes': randomBytes, 'random YAML': randomYaml, 'mutated specs': mutatedSpec };

/** The share of each kind of input. */
const SHARES: Readonly<Record<keyof typeof KINDS, number>> = {
  'random bytes': 0.1,
  'random YAML': 0.2,
  'mutated specs': 1,
};

function main(): void {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string' },
      // The file that gets the current case, for the process that detects a hang.
      trace: { type: 'string' },
    },
  });
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
  const runs = values.runs === undefined ? undefined : Number(values.runs);
  const seconds = Number(values.seconds ?? 60);
  for (const [name, arbitrary] of Object.entries(KINDS)) {
    const share = SHARES[name as keyof typeof KINDS];
    const codes = new Map<string, number>();
    let valid = 0;
    let tried = 0;
    const begun = performance.now();
    const property = fc.property(arbitrary, (files) => {
      if (values.trace !== undefined) writeFileSync(values.trace, JSON.stringify({ name, files }));
      const judged = judge(files);
      tried += 1;
      if (judged.valid) valid += 1;
      for (const code of new Set(judged.codes)) codes.set(code, (codes.get(code) ?? 0) + 1);
    });
    const outcome = fc.check(property, {
      seed,
      numRuns: runs === undefined ? Number.MAX_SAFE_INTEGER : Math.ceil(runs * share),
      interruptAfterTimeLimit: runs === undefined ? (seconds * 1000 * share) / 1.3 : undefined,
    });
    if (outcome.failed) {
      console.error(`${name}, seed ${seed}: ${outcome.errorInstance}`);
      console.error(JSON.stringify(outcome.counterexample, undefined, 2));
      process.exit(1);
    }
    const took = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`${name}: ${tried} tried in ${took} s, ${valid} valid; seed ${seed}`);
    console.log(
      `  ${[...codes]
        .sort()
        .map(([code, count]) => `${code} ${count}`)
        .join(', ')}`,
    );
  }
}

main();
