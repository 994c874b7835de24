// Random requests that a fuzzer generates from the OpenAPI document: the local run returns only documented responses.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { sizeOf } from '../exhaustive';
import { describeWithTools, runTool } from '../python-tools';
import { type EmbeddedRun, PR1234, startEmbeddedRun } from './embedded-run';
import { COUNTS, printCounts } from './ledger';

/** The minimum number of requests in total, and the maximum per operation and phase of a run. The fuzzer runs until the minimum is reached. */
const MINIMUM_REQUESTS = sizeOf({ sample: 200, exhaustive: 20_000 });
const MAXIMUM_EXAMPLES = sizeOf({ sample: 5, exhaustive: 90 });

/**
 * Checks of the fuzzer that do not apply. It expects that every valid request is accepted, but unknown cursors and reused keys
 * are rejected. It expects 405 for unknown methods, but API Gateway responds with 403.
 */
const EXCLUDED_CHECKS = 'positive_data_acceptance,unsupported_method';

interface Report {
  readonly test_cases: { readonly generated: number; readonly with_failures: number };
  readonly operations: { readonly total: number; readonly tested: number };
  readonly failures: readonly object[];
  readonly errors: readonly object[];
}

printCounts();

describeWithTools('proof/requirements.txt', 'requests from the OpenAPI document', (tools) => {
  let folder: string;
  let server: EmbeddedRun;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    server = await startEmbeddedRun(PR1234);
  });
  after(async () => {
    await server.kill();
    rmSync(folder, { recursive: true });
  });

  it('never get a 500 or an undocumented response', () => {
    let requests = 0;
    for (let seed = 1; requests < MINIMUM_REQUESTS; seed += 1) {
      const output = runTool(
        tools(),
        'schemathesis',
        [
          ...['run', `${server.url}/openapi.json`, '--seed', String(seed), '--max-examples', String(MAXIMUM_EXAMPLES)],
          ...[
            '--exclude-checks',
            EXCLUDED_CHECKS,
            '--continue-on-failure',
            '--generation-database',
            'none',
            '--no-color',
          ],
          ...['--warnings', 'off', '--report', 'json', '--report-json-path', 'report.json'],
        ],
        folder,
      );
      const { test_cases, operations, failures, errors }: Report = JSON.parse(
        readFileSync(join(folder, 'report.json'), 'utf8'),
      );
      expect({ failures, errors, with_failures: test_cases.with_failures }, output).to.deep.equal({
        failures: [],
        errors: [],
        with_failures: 0,
      });
      expect(operations.tested).to.equal(operations.total);
      expect(test_cases.generated).to.be.greaterThan(0);
      requests += test_cases.generated;
    }
    COUNTS.requests += requests;
  });
});
