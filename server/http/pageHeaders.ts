/**
 * Security headers of every answer. The page loads everything from this server and talks to nobody else; blob: and data:
 * are pictures and fonts that tldraw makes in the browser. Styles are inline because tldraw places shapes with them.
 */
import { secureHeaders } from 'hono/secure-headers';
import type { MiddlewareHandler } from 'hono';
import type { HttpEnv } from './Services.ts';

export function pageHeaders(): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    await secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ...socketOrigins(c.var.host), 'blob:', 'data:'],
        workerSrc: ["'self'", 'blob:'],
        frameSrc: ["'none'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      xContentTypeOptions: 'nosniff',
      xFrameOptions: 'DENY',
      // Whether the whole domain is always behind TLS is for its operator to say, at the proxy.
      strictTransportSecurity: false,
    })(c, next);
  };
}

/** Some browsers do not count a socket to the same host as 'self'. */
function socketOrigins(host: string | undefined): string[] {
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host)) return [];
  return [`ws://${host}`, `wss://${host}`];
}
