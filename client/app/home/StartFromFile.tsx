/** The other way to start a board, beside the templates; what it needs is loaded when somebody asks for it. */
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';

const ImportBoard = lazy(async () => ({ default: (await import('./ImportBoard.tsx')).ImportBoard }));

export function StartFromFile() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button look="plain" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {t('home.import.open')}
      </Button>
      <div id={id}>
        {isOpen && (
          <Suspense fallback={null}>
            <ImportBoard />
          </Suspense>
        )}
      </div>
    </>
  );
}
