/** The sign of the product: a table with the goal in the middle. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="15" fill="#0b4f4a" />
      <circle
        cx="16"
        cy="16"
        r="10.5"
        fill="none"
        stroke="#f2c14e"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeDasharray="48 18"
        transform="rotate(-90 16 16)"
      />
      <circle cx="16" cy="16" r="4" fill="#ffffff" />
    </svg>
  );
}
