/** How large a file may be of somebody who leads no board here: where starting one needs the operator's secret, they brought it. */
import type { Desk } from '#server/http/Services.ts';

export function openImportBytes({ environment, limits }: Pick<Desk, 'environment' | 'limits'>): number {
  const { maxImportBytes, maxOpenImportBytes } = limits;
  return environment.createSecret === null ? Math.min(maxOpenImportBytes, maxImportBytes) : maxImportBytes;
}
