// Calls of the page to the local run. All go to the origin of the page.

const BASE = '/console/api/';

/** Reads data. Rejects with the message of the server. */
export async function read<T>(path: string, query: Record<string, string | number | undefined> = {}): Promise<T> {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
  return parse(await fetch(`${BASE}${path}${search === '' ? '' : `?${search}`}`));
}

/** Performs an action, with the token of the page. */
export async function act<T>(path: string, fields: object): Promise<T> {
  const token = document.querySelector<HTMLMetaElement>('meta[name="console-token"]')?.content ?? '';
  return parse(
    await fetch(BASE + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Console-Token': token },
      body: JSON.stringify(fields),
    }),
  );
}

async function parse<T>(response: Response): Promise<T> {
  const value = await response.json();
  if (!response.ok) throw new Error(value.message);
  return value as T;
}

/** Receives events until it is closed. Calls `onState` when the connection to the run is opened or lost. */
export function listen<T>(onEvent: (event: T) => void, onState: (isConnected: boolean) => void): () => void {
  const source = new EventSource(`${BASE}events`);
  source.onmessage = ({ data }) => onEvent(JSON.parse(data));
  source.onopen = () => onState(true);
  source.onerror = () => onState(false);
  return () => source.close();
}
