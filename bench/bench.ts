// Benchmarks, each relative to a baseline measured in the same run: npm run bench.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunction, writeBundle } from '../compiler/bundle/bundle';
import { compileSpec, processContext } from '../compiler/index';
import { benchHandler } from './handler';
import { growthExponent, timeCalls, timeProcesses } from './measure';
import { benchPreview } from './preview';
import { benchRequests } from './requests';
import { LARGE_SPEC, largeSystem } from './system';

const ROOT = join(__dirname, '..');
const CLI = 'bin/payment-spec.cjs';

async function main(): Promise<void> {
  benchCommandLine();
  await benchGrowth();
  await benchBundle();
  await benchHandler();
  await benchRequests(ROOT);
  await benchPreview();
}

/** Prints a line: the measured step, its time, and the comparison. */
function report(what: string, milliseconds: number, comparison: string): void {
  console.log(`  ${what.padEnd(34)} ${milliseconds.toFixed(1).padStart(9)} ms   ${comparison}`);
}

function benchCommandLine(): void {
  console.log('Whole processes, median of 15');
  const times = timeProcesses(
    {
      bare: ['-e', '0'],
      validate: [CLI, 'validate', 'spec/pr1234.yaml'],
      plan: [CLI, 'plan', 'spec/pr1234.yaml'],
    },
    15,
    ROOT,
  );
  report('node -e 0', times.bare, '');
  for (const name of ['validate', 'plan'] as const) {
    const more = times[name] - times.bare;
    report(
      `${name} spec/pr1234.yaml`,
      times[name],
      `${(times[name] / times.bare).toFixed(2)} × bare node, ${more.toFixed(0)} ms more`,
    );
  }
}

async function benchGrowth(): Promise<void> {
  console.log('Compiling systems of many functions, each with its table and route');
  const points: [number, number][] = [];
  for (const size of [10, 100, 1000, 10_000]) {
    const files = largeSystem(size);
    let resources = 0;
    const time = await timeCalls(size > 1000 ? 2 : 5, () => {
      const { graph, diagnostics } = compileSpec(LARGE_SPEC, (path) => files.get(path), processContext());
      if (graph === undefined) throw new Error(diagnostics[0]?.message);
      resources = graph.resources.length;
    });
    points.push([size, time]);
    report(
      `${size.toLocaleString('en-US')} functions`,
      time,
      `${resources.toLocaleString('en-US')} resources, ${((time / size) * 1000).toFixed(0)} µs per function`,
    );
  }
  console.log(
    `  slope of log time over log size: ${growthExponent(points).toFixed(2)} (1 is linear; n log n is 1.2 over these sizes)`,
  );
}

async function benchBundle(): Promise<void> {
  console.log("The handler's bundle");
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    for (const tracing of [false, true]) {
      const request = { entry: 'runtime/handler.ts', runtime: 'nodejs24.x', tracing };
      const bundle = await bundleFunction(request, ROOT);
      const code = join(await writeBundle(bundle, folder), 'index.js');
      const environment =
        "Object.assign(process.env, { AWS_REGION: 'us-east-1', PAYMENTS_TABLE_NAME: 'table', LISTING_INDEX_NAME: 'index', LISTING_SHARDS: '1', UNKNOWN_MEMBERS: 'IGNORE', IDEMPOTENCY: 'OPTIONAL', CORS_ORIGINS: 'none', METRICS_NAMESPACE: 'Payments', DLQ_URL: 'http://localhost/q', PAYMENT_CURRENCIES: 'USD=2', PAGE_SIZE: '100' });";
      const { bare, load } = timeProcesses(
        { bare: ['-e', environment], load: ['-e', `${environment} require(${JSON.stringify(code)})`] },
        11,
        ROOT,
      );
      const size = (bundle.files[0]?.contents.length ?? 0) / 1000;
      report(
        tracing ? 'import, with X-Ray' : 'import, without X-Ray',
        load - bare,
        `${size.toFixed(0)} kB; bare node ${bare.toFixed(0)} ms`,
      );
    }
    const time = await timeCalls(5, () =>
      bundleFunction({ entry: 'runtime/handler.ts', runtime: 'nodejs24.x', tracing: true }, ROOT),
    );
    report('bundling', time, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
