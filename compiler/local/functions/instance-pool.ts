// The instances of a function: starts them when they are needed, and lends each to one call at a time.

import { availableParallelism } from 'node:os';
import { type FunctionInstance, InstanceError } from './function-instance';

/** The instances of a function. */
export interface InstancePool {
  /** Starts the first instance. */
  warm(): Promise<void>;
  /** Lends an instance to a call until it ends. Rejects if an instance does not start or the call fails. */
  use<T>(call: (instance: FunctionInstance) => Promise<T>): Promise<T>;
  /** Stops all instances, including calls in progress. */
  stop(): Promise<void>;
}

/**
 * The least time that a call waits for a busy instance before another one starts, in milliseconds. Most calls end before another
 * instance could start, and a new instance slows the others if they share a processor.
 */
const LEAST_PATIENCE_MILLISECONDS = 50;

/** How long a call waits in proportion to the last start: the first calls of a new instance are as slow as its start. */
const STARTS_OF_PATIENCE = 2;

/** The number of instances that start without waiting, and at the same time: one for each processor. */
const PROMPT_INSTANCES = availableParallelism();

/** Creates a pool of at most `concurrency` instances. Further calls wait for a free instance. */
export function createInstancePool(start: () => Promise<FunctionInstance>, concurrency: number): InstancePool {
  const running = new Set<FunctionInstance>();
  const idle: FunctionInstance[] = [];
  const waiting: Waiter[] = [];
  let starting = 0;
  let isStopped = false;
  let patience = LEAST_PATIENCE_MILLISECONDS;

  async function add(): Promise<FunctionInstance> {
    if (isStopped) throw new InstanceError('the function was stopped');
    starting += 1;
    const begun = performance.now();
    let instance: FunctionInstance;
    try {
      instance = await start();
    } catch (error) {
      starting -= 1;
      // Another instance may start in place of the one that failed.
      const next = waiting.shift();
      if (next !== undefined) addFor(next);
      throw error;
    }
    starting -= 1;
    patience = Math.max(LEAST_PATIENCE_MILLISECONDS, STARTS_OF_PATIENCE * (performance.now() - begun));
    running.add(instance);
    if (isStopped) await instance.stop();
    return instance;
  }

  /** Takes an idle instance. Instances that ended while they were idle are removed. */
  function takeIdle(): FunctionInstance | undefined {
    const instance = idle.pop();
    if (instance === undefined || instance.alive) return instance;
    running.delete(instance);
    return takeIdle();
  }

  function release(instance: FunctionInstance): void {
    if (!instance.alive) running.delete(instance);
    const next = waiting.shift();
    if (instance.alive && next !== undefined) next.resolve(instance);
    else if (instance.alive) idle.push(instance);
    // Another instance may start in place of the one that ended.
    else if (next !== undefined) addFor(next);
  }

  function addFor({ resolve, reject }: Waiter): void {
    add().then(resolve, reject);
  }

  const hasPlace = () => running.size + starting < concurrency;

  function take(): Promise<FunctionInstance> {
    const instance = takeIdle();
    if (instance !== undefined) return Promise.resolve(instance);
    if (running.size + starting < Math.min(PROMPT_INSTANCES, concurrency)) return add();
    return new Promise((resolve, reject) => {
      const timer = setInterval(() => {
        // Instances that start at once on one processor delay each other, and the calls.
        if (!hasPlace() || starting >= PROMPT_INSTANCES) return;
        clearInterval(timer);
        waiting.splice(waiting.indexOf(waiter), 1);
        addFor(waiter);
      }, patience);
      const waiter: Waiter = {
        resolve(lent) {
          clearInterval(timer);
          resolve(lent);
        },
        reject(error) {
          clearInterval(timer);
          reject(error);
        },
      };
      waiting.push(waiter);
    });
  }

  return {
    async warm() {
      idle.push(await add());
    },
    async use(call) {
      const instance = await take();
      try {
        return await call(instance);
      } finally {
        release(instance);
      }
    },
    async stop() {
      isStopped = true;
      await Promise.all([...running].map((instance) => instance.stop()));
    },
  };
}

/** A call that waits for an instance. */
interface Waiter {
  resolve(instance: FunctionInstance): void;
  reject(error: unknown): void;
}
