/** How large a file may be of somebody who leads no board here: where starting one needs the operator's secret, they brought it. */
import type { Services } from '#server/http/Services.ts';

export function openImportBytes({ environment, limits }: Pick<Services, 'environment' | 'limits'>): number {
  const { maxImportBytes, maxOpenImportBytes } = limits;
  return environment.createSecret === null ? Math.min(maxOpenImportBytes, maxImportBytes) : maxImportBytes;
}
