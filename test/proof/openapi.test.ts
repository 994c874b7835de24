// Random requests that a fuzzer generates from the OpenAPI document: the local run returns only documented responses.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { describeWithTools, runTool } from '../python-tools';
import { type EmbeddedRun, startEmbeddedRun } from './embedded-run';
import { COUNTS, printCounts, ROUNDS } from './ledger';

/** Requests in all, and most of them of each operation in each phase of a run of the fuzzer; it runs until there are enough. */
const LEAST_REQUESTS = ROUNDS === 1 ? 1_000 : 20_000;
const EXAMPLES = 90;

/**
 * What is left out of the fuzzer's checks: that no valid request is refused, for a cursor that was never answered and the key
 * of another request are; and that unknown methods get 405, for API Gateway answers 403.
 */
const EXCLUDED = 'positive_data_acceptance,unsupported_method';

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
    server = await startEmbeddedRun();
  });
  after(async () => {
    await server.kill();
    rmSync(folder, { recursive: true });
  });

  it('never get a 500 or an undocumented response', () => {
    let requests = 0;
    for (let seed = 1; requests < LEAST_REQUESTS; seed += 1) {
      const output = runTool(
        tools(),
        'schemathesis',
        [
          ...['run', `${server.url}/openapi.json`, '--seed', String(seed), '--max-examples', String(EXAMPLES)],
          ...['--exclude-checks', EXCLUDED, '--continue-on-failure', '--generation-database', 'none', '--no-color'],
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
