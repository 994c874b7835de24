// The address of a view in the fragment of the URL, such as `#/requests?id=…`.

import { useEffect, useState } from 'preact/hooks';

/** A view with its parameters. */
export interface Address {
  readonly view: string;
  readonly parameters: URLSearchParams;
}

function current(): Address {
  const [view = '', search = ''] = location.hash.replace(/^#\//, '').split('?');
  return { view: view === '' ? 'overview' : view, parameters: new URLSearchParams(search) };
}

/** The present address. */
export function useAddress(): Address {
  const [address, setAddress] = useState(current);
  useEffect(() => {
    const follow = () => setAddress(current());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return address;
}

/** The link to a view. */
export function linkTo(view: string, parameters: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();
  return `#/${view}${search === '' ? '' : `?${search}`}`;
}

/** Opens a view. */
export function open(view: string, parameters: Record<string, string | undefined> = {}): void {
  location.hash = linkTo(view, parameters);
}
