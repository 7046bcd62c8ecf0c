/** Whether what stands there is another thing than a moment ago. */
import { useEffect, useState } from 'react';

/** So long a press that was meant for what stood there before is not taken for what stands there now. */
const restMs = 700;

export function useJustCame(key: string): boolean {
  const [known, setKnown] = useState(key);
  useEffect(() => {
    if (known === key) return undefined;
    const timer = setTimeout(() => setKnown(key), restMs);
    return () => clearTimeout(timer);
  }, [key, known]);
  return known !== key;
}
