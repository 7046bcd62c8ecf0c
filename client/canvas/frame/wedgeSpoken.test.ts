// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { createTexts } from '#client/locales/createTexts.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import type { WedgeShape } from './frameShapes.ts';
import { frameBoard } from './testing/frameBoard.ts';
import { WedgeShapeUtil } from './WedgeShapeUtil.tsx';

it('[FRAME-44] a wedge that is to be talked about first says so to who hears the board', async () => {
  await createTexts('en');
  const { editor, frame } = frameBoard();
  const wedge = frame().find((shape): shape is WedgeShape => shape.type === frameShapeTypes.wedge);
  if (!wedge) throw new Error('no wedge');
  const spoken = (isFirst: boolean) =>
    new WedgeShapeUtil(editor).getAriaDescriptor({ ...wedge, props: { ...wedge.props, isFirst } });
  expect(spoken(true)).toMatch(/, essential, talk about this first: \d designees/);
  expect(spoken(false)).toMatch(/, essential: \d designees/);
});
