/** What is broken, and by which tests that must be noticed. */
export interface Group {
  readonly name: string;
  /** folders or files whose code is broken, a place at a time */
  readonly code: readonly string[];
  readonly project: 'shared' | 'server' | 'whole';
  readonly tests: readonly string[];
}

export const groups: readonly Group[] = [
  { name: 'rules', code: ['shared/map/rules'], project: 'shared', tests: ['shared/map/rules'] },
  { name: 'readings', code: ['shared/map/readings'], project: 'shared', tests: ['shared/map'] },
  { name: 'workshop', code: ['shared/workshop'], project: 'shared', tests: ['shared/workshop'] },
  { name: 'activities', code: ['server/sealed'], project: 'server', tests: ['server/sealed'] },
  { name: 'door', code: ['server/door'], project: 'server', tests: ['server/door', 'server/http'] },
  { name: 'admit', code: ['server/relay/updates'], project: 'server', tests: ['server/relay'] },
];
