import type { ButtonHTMLAttributes, ReactNode } from 'react';

export type ButtonKind = 'primary' | 'secondary' | 'warning' | 'practice';
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind; readonly small?: boolean; readonly children: ReactNode;
}

/** The class names of a button, for a link that looks like one. */
export function buttonClass(kind: ButtonKind = 'primary', small = false): string {
  return ['cw-button', kind === 'primary' ? '' : kind, small ? 'small' : ''].filter(Boolean).join(' ');
}

/** One act, named by a verb and its object. At most one `primary` in a region. */
export function Button({ kind = 'primary', small = false, type = 'button', className = '', children, ...rest }: ButtonProps) {
  return <button type={type} className={`${buttonClass(kind, small)} ${className}`.trim()} {...rest}>{children}</button>;
}

/** A button that reads as a link: for small acts beside text. */
export function LinkButton({ type = 'button', className = '', children, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { readonly children: ReactNode }) {
  return <button type={type} className={`cw-link ${className}`.trim()} {...rest}>{children}</button>;
}
