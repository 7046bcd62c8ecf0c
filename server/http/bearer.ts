/** The secret of an `Authorization: Bearer` header; empty where there is none, which no secret equals. */
import type { HttpContext } from './Services.ts';

export function bearer(c: HttpContext): string {
  return /^Bearer ([\x21-\x7e]{1,500})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
}
