/** Names as people write them, for tests of what holds them. */
const scripts = [
  'Castellano Builders',
  'United Fund of Riverbend (backbone)',
  'State Labor Department, regional office',
  'Donaudampfschifffahrtsgesellschaftskapitänsverband',
  '社区健康与就业促进联合会（滨江地区）',
  'ชุมชนริมแม่น้ำเพื่อการจ้างงาน',
  'مجلس أصحاب العمل في المنطقة',
  'ועד השכונות של הנהר',
  'Ñ̃o̊rt̂h̄ Ĉŏüńt̃ỹ Ćǎr̆e',
  '👩🏽‍⚕️ Nurses 👨‍👩‍👧',
  'i',
] as const;

export function nameAt(at: number): string {
  return `${scripts[at % scripts.length]} ${at}`;
}
