import { describe, expect, it } from 'vitest';
import { SmallShelf } from '#client/testing/SmallShelf.ts';
import { VisitedBoards } from './VisitedBoards.ts';

const jordan = {
  id: 'abcdefghijklmnop',
  title: 'Riverbend',
  role: 'participant',
  seat: 'seat-j',
  person: 'p1',
  name: 'Jordan',
  visitedAt: 1_000,
} as const;
const refused = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('boards of this device', () => {
  it('[PAGE-20] a tab of the person before does not take the board back from who joined since', () => {
    const visited = new VisitedBoards(new SmallShelf());
    visited.keep(jordan);
    visited.keep({ ...jordan, seat: 'seat-m', person: 'p2', name: 'Maya' });
    visited.renew({ ...jordan, title: 'Riverbend Works' });
    expect(visited.list()).toMatchObject([{ name: 'Maya', title: 'Riverbend' }]);
    visited.forget(jordan.id);
    visited.renew(jordan);
    expect(visited.list()).toEqual([]);
  });

  it('[PAGE-22] a tab keeps who it is through a reload; the device, its list and other tabs keep theirs', () => {
    const [device, tab] = [new SmallShelf(), new SmallShelf()];
    const visited = new VisitedBoards(device, tab);
    const fay = { ...jordan, role: 'facilitator', seat: 'seat-f', person: 'p0', name: 'Fay' } as const;
    visited.keep(fay);
    visited.keepForTab(jordan);
    visited.renew({ ...jordan, title: 'Riverbend Works' });
    const reloaded = new VisitedBoards(device, tab);
    expect(reloaded.find(jordan.id)).toMatchObject({ name: 'Jordan', title: 'Riverbend Works' });
    expect(reloaded.list()).toEqual([fay]);
    expect(new VisitedBoards(device, new SmallShelf()).find(jordan.id)).toEqual(fay);
    reloaded.leaveTab(jordan.id);
    expect(new VisitedBoards(device, tab).find(jordan.id)).toEqual(fay);
  });

  it('[DOOR-20] the owner is told once, and no tab that knew less takes that back', () => {
    const visited = new VisitedBoards(new SmallShelf());
    const fay = { ...jordan, role: 'facilitator', owner: 'untold' } as const;
    visited.keep(fay);
    visited.ownerTold(jordan.id);
    visited.renew({ ...fay, title: 'Riverbend Works' });
    expect(visited.find(jordan.id)).toMatchObject({ owner: 'told', title: 'Riverbend Works' });
    visited.keep(jordan);
    visited.ownerTold(jordan.id);
    expect(visited.find(jordan.id)?.owner).toBeUndefined();
  });

  it('[DOOR-20] the owner is told in the tab that is theirs alone, too', () => {
    const visited = new VisitedBoards(new SmallShelf(), new SmallShelf());
    visited.keep(jordan);
    visited.keepForTab({ ...jordan, seat: 'seat-f', name: 'Fay', owner: 'untold' });
    visited.ownerTold(jordan.id);
    expect(visited.find(jordan.id)).toMatchObject({ name: 'Fay', owner: 'told' });
    expect(visited.ofDevice(jordan.id)?.owner).toBeUndefined();
  });

  it('[PAGE-22] where a seat has ended, the other one stays', () => {
    const visited = new VisitedBoards(new SmallShelf(), new SmallShelf());
    visited.keep({ ...jordan, seat: 'seat-f', name: 'Fay' });
    visited.keepForTab(jordan);
    visited.forgetSeat(jordan);
    expect(visited.find(jordan.id)).toMatchObject({ name: 'Fay' });
    visited.keepForTab(jordan);
    visited.forgetSeat({ ...jordan, seat: 'seat-f' });
    expect(visited.list()).toEqual([]);
    expect(visited.find(jordan.id)).toMatchObject({ name: 'Jordan' });
  });

  it('[PAGE-21] [PAGE-22] a tab whose storage is refused tells that a reload needs the link', () => {
    const visited = new VisitedBoards(new SmallShelf(), { getItem: refused, setItem: refused });
    visited.keepForTab(jordan);
    expect(visited.find(jordan.id)).toEqual(jordan);
    expect(visited.mustTell()).toBe(true);
  });

  it.each([
    ['reading and writing is refused', { getItem: refused, setItem: refused }],
    ['writing is refused', { getItem: () => null, setItem: refused }],
    ['what is written is not kept', { getItem: () => null, setItem: () => {} }],
  ])('[PAGE-21] where %s, it is to be told once that a reload needs the link', (_, shelf) => {
    const visited = new VisitedBoards(shelf);
    expect(visited.mustTell()).toBe(false);
    visited.keep(jordan);
    expect(visited.find(jordan.id)).toEqual(jordan);
    expect(visited.mustTell()).toBe(true);
    visited.told();
    visited.renew(jordan);
    expect(visited.mustTell()).toBe(false);
  });

  it('[PAGE-21] nothing is to be told where the board is kept, also when the storage is full since', () => {
    const shelf = new SmallShelf();
    const visited = new VisitedBoards(shelf);
    visited.keep(jordan);
    visited.renew({ ...jordan, title: 'Riverbend Works' });
    expect(visited.mustTell()).toBe(false);
    const full = new VisitedBoards({ getItem: (key) => shelf.getItem(key), setItem: refused });
    full.renew({ ...jordan, title: 'Riverbend 2026' });
    expect(full.mustTell()).toBe(false);
  });
});
