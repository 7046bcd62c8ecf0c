/** What the server says about starting a board: its templates, and how large a file may be. */
import { useEffect, useState } from 'react';
import type { Templates } from '#shared/wire/http.ts';
import { useServices } from '#client/app/Services.ts';

/** null: not known yet. */
export function useTemplates(): Templates | null | 'failed' {
  const { api } = useServices();
  const [loaded, setLoaded] = useState<Templates | null | 'failed'>(null);
  useEffect(() => {
    let isShown = true;
    const load = async (): Promise<void> => {
      const answer = await api.templates();
      if (isShown) setLoaded(answer.ok ? answer.value : 'failed');
    };
    void load();
    return () => {
      isShown = false;
    };
  }, [api]);
  return loaded;
}
