/** A QR code as the path of its black squares, each one unit wide. */
import qr from 'qrcode';

export interface QrPath {
  /** the `d` of an SVG path */
  readonly d: string;
  /** squares in a row, without what must be white around it */
  readonly size: number;
}

/** Readable where a part of it is dirty or in the light. */
export function qrPath(text: string): QrPath {
  const { modules } = qr.create(text, { errorCorrectionLevel: 'M' });
  let d = '';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) d += `M${x} ${y}h1v1h-1z`;
  }
  return { d, size: modules.size };
}
