/**
 * What the board page loads right after its canvas, in one chunk: the panels, the map's commands, its readings with the
 * rules of the findings, and the texts of all of them (decision 0100).
 */
import { en } from '#client/locales/en.ts';
import { mapParts } from '#client/map/MapParts.ts';
import { FindingNews } from '#client/panels/findings/FindingNews.tsx';
import { BoardPanel } from './BoardPanel.tsx';

export const lateParts = { BoardPanel, FindingNews, mapParts, texts: en } as const;
