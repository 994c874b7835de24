// Refuses connections of webhooks to addresses that are not public.

import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { isPrivateHost, isPublicAddress } from '../../contract/public-address';

/** A destination that webhooks must not reach. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
}

/** Throws AddressError if a host is an address that webhooks must not reach. A connection to an address does not look up a name. */
export function refusePrivateHost(hostname: string): void {
  if (isPrivateHost(hostname)) throw refused();
}

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** Looks up a name for a connection. */
export type Lookup = (hostname: string, options: LookupOptions, done: Found) => void;

/**
 * Limits a lookup to public addresses. The connection uses its result, so that a name cannot change its address between the check and
 * the connection.
 */
export function publicLookup(lookup: Lookup = systemLookup): Lookup {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const addresses = (found as LookupAddress[]).filter(({ address }) => isPublicAddress(address));
      const [first] = addresses;
      if (first === undefined) return done(refused(), []);
      if (options.all) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
}

function refused(): AddressError {
  return new AddressError('the address is not public');
}
