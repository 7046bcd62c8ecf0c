/** A QR code as crisp SVG; the library is only loaded when one is shown. */
import { useEffect, useState } from 'react';
import type { QrPath } from '#shared/picture/qrPath.ts';
import styles from './QrCode.module.css';

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [path, setPath] = useState<QrPath | null>(null);
  useEffect(() => {
    let isShown = true;
    const draw = async (): Promise<void> => {
      const { qrPath } = await import('#shared/picture/qrPath.ts');
      const drawn = qrPath(text);
      if (isShown) setPath(drawn);
    };
    // Without it the link and the code still stand beside it.
    draw().catch(() => setPath(null));
    return () => {
      isShown = false;
    };
  }, [text]);
  if (path === null) return <div className={styles['code']} />;
  return (
    <svg
      className={styles['code']}
      viewBox={`-2 -2 ${path.size + 4} ${path.size + 4}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path.d} fill="#000000" />
    </svg>
  );
}
