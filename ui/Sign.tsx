const PATHS = {
  late: <path d="M6 1h2l-.3 7.5H6.3zM6 10.5h2V13H6z" fill="currentColor" />,
  today: <><circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" /><path d="M7 7V1.5A5.5 5.5 0 0 1 12.5 7z" fill="currentColor" /></>,
  coming: <><circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" /><path d="M7 3.5V7l2.5 1.5" fill="none" stroke="currentColor" strokeWidth="1.6" /></>,
  met: <path d="M2 7.5l3.5 3.5L12 3.5" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  cross: <path d="M3 3l8 8M11 3l-8 8" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  back: <path d="M5 2L2 5l3 3M2 5h6.5a3.5 3.5 0 0 1 0 7H5" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  waits: <path d="M3 1.5h8M3 12.5h8M4 2c0 3.5 3 3.5 3 5s-3 1.5-3 5M10 2c0 3.5-3 3.5-3 5s3 1.5 3 5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  none: <path d="M2.5 7h9" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2 1.5" />,
  away: <><circle cx="7" cy="4.5" r="2.5" fill="none" stroke="currentColor" strokeWidth="1.5" /><path d="M2 13c0-3 2-4.5 5-4.5s5 1.5 5 4.5" fill="none" stroke="currentColor" strokeWidth="1.5" /></>,
} as const;

export type SignName = keyof typeof PATHS;

/** A small drawn mark beside a word; hidden from screen readers, which hear the word. */
export function Sign({ name }: { readonly name: SignName }) {
  return <svg className="cw-sign" viewBox="0 0 14 14" aria-hidden="true" focusable="false">{PATHS[name]}</svg>;
}

/** Caseway's mark. */
export function Mark({ size = 22, light = true }: { readonly size?: number; readonly light?: boolean }) {
  const ground = light ? '#fff' : '#00525b';
  const line = light ? '#00525b' : '#fff';
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      <rect width="22" height="22" rx="3" fill={ground} />
      <path d="M5 6h5v4h7M10 10v6h7" stroke={line} strokeWidth="1.8" fill="none" />
      <circle cx="5" cy="6" r="2" fill={line} /><circle cx="17" cy="10" r="2" fill={line} /><circle cx="17" cy="16" r="2" fill={line} />
    </svg>
  );
}
