/** Names of the shape types of sheets, apart from their props so that others can ask without loading shapes. */
export const sheetShapeTypes = { sheet: 'idea-sheet', group: 'idea-group', idea: 'idea-note' } as const;
