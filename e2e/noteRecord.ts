/** A sticky note as the canvas keeps it, whole. */
export function noteRecord(
  id: string,
  text: string,
  at: { readonly x: number; readonly y: number } = { x: 10, y: 20 },
) {
  return {
    id,
    typeName: 'shape',
    type: 'note',
    ...at,
    rotation: 0,
    index: 'a1',
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'draw',
      fontSizeAdjustment: 0,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      scale: 1,
      richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    },
    meta: {},
  };
}
