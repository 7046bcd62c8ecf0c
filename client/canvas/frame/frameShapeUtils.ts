/** How the frame's shapes are drawn and behave. The store's schema and the editor need the same ones. */
import { CardShapeUtil } from './CardShapeUtil.tsx';
import { GoalShapeUtil } from './GoalShapeUtil.tsx';
import { TokenShapeUtil } from './TokenShapeUtil.tsx';
import { WedgeShapeUtil } from './WedgeShapeUtil.tsx';

export const frameShapeUtils = [WedgeShapeUtil, GoalShapeUtil, CardShapeUtil, TokenShapeUtil] as const;
