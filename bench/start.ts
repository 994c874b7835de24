// Measures `payment-spec start` as a process: to its first answer, from an edit to the new code, and under load.

import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CONNECTIONS, createPayment, load } from './load';
import { copyProject, startRun } from './local-run';
import { median, minimum } from './measure';
import type { Bench, Row } from './row';

const HANDLER = 'runtime/handler.ts';
/** The part of the handler that an edit changes, so that the id of a new payment shows which code answered. */
const EDITED = 'createId: randomUUID';
const SIZES = {
  full: { warmUps: 1, starts: 5, edits: 9, seconds: 5 },
  small: { warmUps: 0, starts: 1, edits: 1, seconds: 0.1 },
};

/** The goal of the first answer is Architect's time, of an edit 0.35 of 719 ms, both measured on a quiet machine. */
const GOALS = { start: 800, edit: 250 };

export const start: Bench = {
  name: 'start',
  measure: async (size) => {
    const { warmUps, starts, edits, seconds } = SIZES[size];
    const folder = copyProject();
    try {
      // The first run builds the command line and fills the caches.
      for (let round = 0; round < warmUps; round += 1) await withRun(folder, async () => {});
      const firstAnswers: number[] = [];
      for (let round = 1; round < starts; round += 1)
        await withRun(folder, async (_url, firstAnswer) => void firstAnswers.push(firstAnswer));
      return await withRun(folder, async (url, firstAnswer) => [
        timeRow('start to the first answer', [...firstAnswers, firstAnswer], GOALS.start),
        timeRow('save of the handler to its first answer', await timeEdits(folder, url, edits, 0), GOALS.edit),
        timeRow('the same, a second after the last edit', await timeEdits(folder, url, edits, 1000), GOALS.edit),
        ...(await loadRows(url, seconds)),
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function timeRow(work: string, times: readonly number[], goal: number): Row {
  const measured = median(times);
  return {
    work: `local run: ${work}`,
    measured: `${measured.toFixed(0)} ms (least ${minimum(times).toFixed(0)})`,
    goal: `≤ ${goal} ms`,
    isMet: measured <= goal,
  };
}

/** Starts a local run without limits, and gives its address and the milliseconds to its first answer; then ends it. */
async function withRun<Result>(
  folder: string,
  use: (url: string, firstAnswer: number) => Promise<Result>,
): Promise<Result> {
  const started = performance.now();
  const run = await startRun(folder, 'off');
  try {
    await createPayment(run.payments);
    return await use(run.payments, performance.now() - started);
  } finally {
    await run.stop();
  }
}

/**
 * Saves the handler with another prefix of ids, after a pause in milliseconds, and sends payments until one has it. Without a pause,
 * every second edit finds no waiting thread.
 */
async function timeEdits(folder: string, url: string, edits: number, pause: number): Promise<number[]> {
  const file = join(folder, HANDLER);
  const original = readFileSync(file, 'utf8');
  if (!original.includes(EDITED)) throw new Error(`${HANDLER} does not contain ${EDITED}`);
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    await setTimeout(pause);
    const prefix = `edit-${edit}-after-${pause}-`;
    const saved = performance.now();
    writeFileSync(file, original.replace(EDITED, `createId: () => '${prefix}' + randomUUID()`));
    while (!(await createPayment(url)).startsWith(prefix));
    times.push(performance.now() - saved);
  }
  writeFileSync(file, original);
  return times;
}

/** POST and GET on ten connections, against a bare HTTP server on as many. */
async function loadRows(url: string, seconds: number): Promise<Row[]> {
  const bare = createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1');
  await once(bare, 'listening');
  try {
    const floor = await load('GET', `http://127.0.0.1:${(bare.address() as AddressInfo).port}`, seconds);
    // The functions start their instances while they are not measured.
    await load('POST', url, seconds);
    const one = `${url}/${await createPayment(url)}`;
    const rows = {
      'POST /payments': await load('POST', url, seconds),
      'GET /payments/{id}': await load('GET', one, seconds),
    };
    return Object.entries(rows).map(([work, perSecond]) => ({
      work: `local run: ${work} on ${CONNECTIONS} connections`,
      measured: `${perSecond.toFixed(0)} per second, ${(perSecond / floor).toFixed(2)} of a bare HTTP server`,
      goal: '–',
    }));
  } finally {
    bare.close();
  }
}
