// The state of the run as it changes, and data that is read again when it has changed.

import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Tick } from '../console/api';
import { listen, read } from './server';

/** The state of the run, and whether the page follows it. */
export interface Live {
  readonly tick: Tick | undefined;
  readonly isConnected: boolean;
  readonly isPaused: boolean;
  setPaused(isPaused: boolean): void;
}

export const LiveContext = createContext<Live>({
  tick: undefined,
  isConnected: true,
  isPaused: false,
  setPaused() {},
});

/** Follows the run. While paused, the connection is closed. */
export function useLiveSource(): Live {
  const [tick, setTick] = useState<Tick>();
  const [isConnected, setConnected] = useState(true);
  const [isPaused, setPaused] = useState(false);
  useEffect(() => (isPaused ? undefined : listen(setTick, setConnected)), [isPaused]);
  return { tick, isConnected, isPaused, setPaused };
}

/** Data with the error of the last attempt to read it. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly problem: string | undefined;
  reload(): void;
}

type Query = Record<string, string | number | undefined>;

/** Reads data, again when the query changes or a request or delivery has ended, and every `seconds`; never twice at the same time. */
export function useData<T>(path: string, query: Query = {}, seconds?: number): Loaded<T> {
  const { tick, isPaused } = useContext(LiveContext);
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (seconds === undefined || isPaused) return undefined;
    const timer = setInterval(() => setCount((one) => one + 1), seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds, isPaused]);
  return useRead(
    path,
    query,
    `${tick?.version} ${tick?.requests} ${tick?.deliveries} ${tick?.messages} ${tick?.all.perSecond} ${count}`,
  );
}

/** Reads data of the served spec, again when the spec has been reloaded. */
export function useSpecData<T>(path: string, query: Query = {}): Loaded<T> {
  return useRead(path, query, String(useContext(LiveContext).tick?.version));
}

/** Reads data, again when the query or the state changes. */
function useRead<T>(path: string, query: Query, state: string): Loaded<T> {
  const [loaded, setLoaded] = useState<{ value?: T; problem?: string; key?: string }>({});
  const [count, setCount] = useState(0);
  const busy = useRef<string | undefined>(undefined);
  const key = `${path} ${JSON.stringify(query)}`;
  useEffect(() => {
    if (busy.current === key) return;
    busy.current = key;
    const isCurrent = () => busy.current === key;
    read<T>(path, query)
      .then(
        (value) => isCurrent() && setLoaded({ value, key }),
        (error: Error) => isCurrent() && setLoaded((before) => ({ ...before, problem: error.message })),
      )
      .finally(() => {
        if (isCurrent()) busy.current = undefined;
      });
  }, [key, state, count]);
  const isStale = loaded.key !== undefined && loaded.key.split(' ')[0] !== path;
  return { value: isStale ? undefined : loaded.value, problem: loaded.problem, reload: () => setCount(count + 1) };
}
