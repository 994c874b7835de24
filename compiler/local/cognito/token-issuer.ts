// Issues and verifies the tokens of the run's user pools: JSON Web Tokens (RFC 7519), signed with RS256 by a key of the run.

import { createSign, createVerify, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';

/** The claims of a token. */
export type Claims = Readonly<Record<string, unknown>>;

/** Signs and verifies tokens. */
export interface TokenIssuer {
  issue(claims: Claims): string;
  /** The claims of a token that this issuer signed; undefined for any other text. */
  verify(token: string): Claims | undefined;
  /** The public keys (RFC 7517). */
  keys(): object;
}

const ALGORITHM = 'RSA-SHA256';

/** Creates an issuer. Its key is generated for the first token, because that takes a tenth of a second. */
export function createTokenIssuer(): TokenIssuer {
  const kid = randomUUID();
  let made: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } | undefined;
  const pair = () => {
    made ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
    return made;
  };
  return {
    issue(claims) {
      const signed = `${encode({ alg: 'RS256', kid })}.${encode(claims)}`;
      return `${signed}.${createSign(ALGORITHM).update(signed).sign(pair().privateKey, 'base64url')}`;
    },
    verify(token) {
      const [header, claims, signature, ...more] = token.split('.');
      if (header === undefined || claims === undefined || signature === undefined || more.length > 0) return undefined;
      const { alg, kid: named } = decode(header) ?? {};
      // The algorithm is fixed: a token must not choose how it is verified (RFC 8725, section 3.1).
      if (made === undefined || alg !== 'RS256' || named !== kid) return undefined;
      const verifier = createVerify(ALGORITHM).update(`${header}.${claims}`);
      return verifier.verify(made.publicKey, signature, 'base64url') ? decode(claims) : undefined;
    },
    keys: () => ({
      keys: [{ ...pair().publicKey.export({ format: 'jwk' }), alg: 'RS256', kid, use: 'sig' }],
    }),
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(text: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Claims) : undefined;
  } catch {
    return undefined;
  }
}
