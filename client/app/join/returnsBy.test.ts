import { describe, expect, it } from 'vitest';
import { returnsBy } from './returnsBy.ts';

describe('coming back by a link', () => {
  it('[PAGE-3] the same kind of link takes a person straight in', () => {
    expect(returnsBy({ role: 'participant', link: 'participant' }, 'participant')).toBe(true);
    expect(returnsBy({ role: 'observer' }, 'observer')).toBe(true);
  });

  it('[PAGE-3] a participant who became facilitator comes back by the participant link', () => {
    expect(returnsBy({ role: 'facilitator', link: 'participant' }, 'participant')).toBe(true);
  });

  it('[PAGE-3] a facilitator who opens another kind of link may choose', () => {
    expect(returnsBy({ role: 'facilitator', link: 'facilitator' }, 'participant')).toBe(false);
    expect(returnsBy({ role: 'facilitator' }, 'observer')).toBe(false);
  });

  it('[PAGE-3] a link with more rights asks, also somebody from whom they were taken back', () => {
    expect(returnsBy({ role: 'participant', link: 'participant' }, 'facilitator')).toBe(false);
    expect(returnsBy({ role: 'participant', link: 'facilitator' }, 'facilitator')).toBe(false);
  });
});
