/** What the canvas takes over from the cycle: its shapes, what they are called, and actions that spare them. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanvasAdditions } from '../CanvasAdditions.ts';
import { isProjected } from '../frame/isProjected.ts';
import { cycleShapeTypes } from './cycleShapeTypes.ts';
import { cycleShapeUtils } from './cycleShapeUtils.ts';
import { isCycleProjected } from './isCycleProjected.ts';

type CycleShapeName = keyof typeof cycleShapeTypes;

/** Ring and cycle: records that show the map and are never written into the document's `canvas` root. */
export function isOfMap(id: string, record?: object | null): boolean {
  return isProjected(id, record) || isCycleProjected(id, record);
}

/** The parts of the ring with those of the cycle; stable as long as the language stays. */
export function useCycleParts(frame: CanvasAdditions): CanvasAdditions {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo<CanvasAdditions>(() => {
    const { overrides } = frame;
    const names = Object.keys(cycleShapeTypes) as readonly CycleShapeName[];
    const words = Object.fromEntries(names.map((name) => [`tool.${cycleShapeTypes[name]}`, t(`cycle.shapes.${name}`)]));
    return {
      ...frame,
      shapeUtils: [...frame.shapeUtils, ...cycleShapeUtils],
      overrides: {
        ...overrides,
        actions: (editor, actions, helpers) => {
          const before = overrides.actions?.(editor, actions, helpers) ?? actions;
          const { group } = before;
          if (!group) return before;
          return {
            ...before,
            group: {
              ...group,
              onSelect: (source) => {
                // What shows the map has its place in the map; the rest of the selection becomes the group.
                const free = editor.getSelectedShapeIds().filter((id) => !isOfMap(id));
                if (free.length < 2) return;
                editor.setSelectedShapes(free);
                return group.onSelect(source);
              },
            },
          };
        },
        translations: {
          ...overrides.translations,
          [language]: { ...Reflect.get(overrides.translations ?? {}, language), ...words },
        },
      },
    };
  }, [frame, t, language]);
}
