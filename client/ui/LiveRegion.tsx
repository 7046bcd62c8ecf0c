/** Texts for screen readers only, said politely one after the other. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <div className="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
      {text}
    </div>
  );
}
