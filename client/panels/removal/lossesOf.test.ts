import { describe, expect, it } from 'vitest';
import { FrameCommands } from '#client/canvas/frame/FrameCommands.ts';
import { entitiesOf } from '#shared/map/PartnershipMap.ts';
import { notPlaced } from '#shared/map/readings/notPlaced.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { TrialMap } from './lossesOf.ts';

const map = readTemplate('employment')?.map;
if (map === undefined) throw new Error('no template');

describe('what would fall', () => {
  it('[FRAME-40] is every place in an interest that goes, also of organizations that are kept as not placed', () => {
    const trial = new TrialMap(map);
    const commands = new FrameCommands(trial);
    for (const { id } of map.interests) commands.removeInterest(id);
    for (const { organization_id, interest_id } of map.placements)
      commands.removePlacement({ organizationId: organization_id, interestId: interest_id ?? '' });
    expect(notPlaced(map)).toEqual([]);
    expect(trial.fall()).toEqual({
      counts: { interests: map.interests.length, placements: map.placements.length },
      unplaced: entitiesOf(map, 'organizations').length,
    });
  });

  it('[FRAME-40] is nothing where a card only moves', () => {
    const trial = new TrialMap(map);
    const [first] = map.placements;
    new FrameCommands(trial).moveCard(
      { organizationId: first?.organization_id ?? '', interestId: first?.interest_id ?? null },
      { interestId: first?.interest_id ?? '', position: [0.5, 0.5] },
    );
    expect(trial.fall()).toEqual({ counts: {}, unplaced: 0 });
  });
});
