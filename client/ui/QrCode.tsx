/** A QR code as crisp SVG; the library is only loaded when one is shown. */
import { useEffect, useState } from 'react';
import styles from './QrCode.module.css';

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [path, setPath] = useState<{ readonly d: string; readonly size: number } | null>(null);
  useEffect(() => {
    let isShown = true;
    const draw = async (): Promise<void> => {
      const { create } = await import('qrcode');
      const { modules } = create(text, { errorCorrectionLevel: 'M' });
      let d = '';
      for (let y = 0; y < modules.size; y += 1) {
        for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) d += `M${x} ${y}h1v1h-1z`;
      }
      if (isShown) setPath({ d, size: modules.size });
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
