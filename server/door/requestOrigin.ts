/** What a request says of where it comes from and where it goes, as far as the configuration lets it be believed. */
import type { IncomingHttpHeaders } from 'node:http';
import { clientAddress } from './clientAddress.ts';

export interface RequestOrigin {
  /** address that limits count for */
  readonly address: string;
  /** host that the browser asked for */
  readonly host: string | undefined;
}

export function requestOrigin(
  remoteAddress: string | undefined,
  headers: IncomingHttpHeaders,
  trustedProxies: number,
): RequestOrigin {
  const forwardedFor = headers['x-forwarded-for'];
  const forwardedHost = trustedProxies > 0 ? headers['x-forwarded-host'] : undefined;
  return {
    address: clientAddress(
      remoteAddress,
      Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
      trustedProxies,
    ),
    host:
      (Array.isArray(forwardedHost) ? forwardedHost.join(',') : forwardedHost)?.split(',').at(-1)?.trim() ??
      headers.host,
  };
}
