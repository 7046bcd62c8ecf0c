// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import * as Y from 'yjs';
import { beforeAll, expect, it } from 'vitest';
import { mapOf } from '#shared/map/PartnershipMap.ts';
import { boardWords } from '#client/locales/boardWords.ts';
import { createTexts, takeBoardTexts } from '#client/locales/createTexts.ts';
import { boardThing } from './boardThing.ts';
import { StayList } from './StayList.tsx';

beforeAll(() => void Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true));

it('[TAKEBACK-6] what stays is listed by what people call it, with why, and the way to what can be shown', async () => {
  const doc = new Y.Doc();
  const base = { id: 'shape:one', typeName: 'shape', type: 'note', parentId: 'page:page', props: {}, meta: {} };
  doc.getMap('canvas').set(
    'shape:one',
    new Y.Map<unknown>([
      ['base', base],
      ['text', new Y.Text('Early bus')],
    ]),
  );
  const shown: unknown[] = [];
  const parking = { id: 'parked1', text: 'Who pays?', moved_to: null };
  const map = {
    boardMap: { map: () => ({ ...mapOf({}), parking_lot: [parking] }) },
    selection: { reveal: (ref: unknown) => shown.push(ref) },
  };
  const canvas = { showRecord: (id: string) => shown.push(id) > 0 };
  const texts = await createTexts('en');
  await takeBoardTexts(texts, boardWords);
  const place = document.createElement('div');
  await act(async () =>
    createRoot(place).render(
      <I18nextProvider i18n={texts}>
        <StayList
          stays={[
            { key: 'canvas/shape:one', why: 'touched' },
            { key: 'canvas/shape:gone', why: 'groundless' },
            { key: 'map/parking_lot/parked1', why: 'unknown' },
          ]}
          more={7}
          thingOf={(key) => boardThing({ doc, map: map as never, canvas }, key, texts.t)}
        />
      </I18nextProvider>,
    ),
  );
  expect(place.querySelector('summary')?.textContent).toBe('10 things stay as they are now');
  expect([...place.querySelectorAll('li')].map((row) => row.textContent)).toEqual([
    'Early busothers changed it afterwardsShow',
    `${boardWords.room.room.kind.other}what it stood on is gone`,
    'Who pays?how it was right before is not keptShow',
  ]);
  expect(place.textContent).toContain('And 7 more.');
  for (const button of place.querySelectorAll('button')) button.click();
  expect(shown).toEqual(['shape:one', { collection: 'parking_lot', id: 'parked1' }]);
});
