import { describe, expect, it } from 'vitest';
import { EngineError, engineOfThisNode, enginesHere, isNewEnough, loadPackage } from './engine.ts';

describe('the SQLite of a Node', () => {
  it('[STORE-18] Node’s own counts from 3.51.3 on', () => {
    for (const version of ['3.51.3', '3.51.10', '3.52.0', '4.0.0'])
      expect([version, isNewEnough(version)]).toEqual([version, true]);
    for (const version of ['3.51.2', '3.50.9', '3.9.99', '2.99.9', undefined])
      expect([version, isNewEnough(version)]).toEqual([version, false]);
  });

  it('[STORE-18] the one that is used is new enough, whichever it is', () => {
    const engine = engineOfThisNode();
    expect(enginesHere()).toContainEqual(engine);
    const database = new engine.DatabaseSync(':memory:');
    const { version } = Object.assign({ version: '' }, database.prepare('SELECT sqlite_version() AS version').get());
    expect(isNewEnough(version)).toBe(true);
    database.close();
  });

  it('[OPS-8] a package that does not load is said as what it is, with Node’s version, and keeps its cause', () => {
    const cause = new Error('No native build was found.\nloaded from: somewhere');
    const load = (): never => {
      throw cause;
    };
    expect(() => loadPackage(load)).toThrow(EngineError);
    expect(() => loadPackage(load)).toThrow(
      new RegExp(`^SQLite cannot be loaded in Node ${process.version} on .*: No native build was found\\. Install`),
    );
    try {
      loadPackage(load);
    } catch (error) {
      expect(error).toHaveProperty('cause', cause);
    }
    expect(() => loadPackage(() => ({}))).toThrow('not the one that was expected');
  });
});
