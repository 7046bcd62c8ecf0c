// Vitest calls this before the tests that start what was built.
export { buildWhenOlder as setup } from './build.mjs';
