/** The store's schema and the editor need the same ones. */
import './cycle.css';
import { ExperimentShapeUtil } from './ExperimentShapeUtil.tsx';
import { LinkShapeUtil } from './LinkShapeUtil.tsx';
import { NoteShapeUtil } from './NoteShapeUtil.tsx';
import { QuarterShapeUtil } from './QuarterShapeUtil.tsx';
import { RoundShapeUtil } from './RoundShapeUtil.tsx';

export const cycleShapeUtils = [
  QuarterShapeUtil,
  RoundShapeUtil,
  LinkShapeUtil,
  NoteShapeUtil,
  ExperimentShapeUtil,
] as const;
