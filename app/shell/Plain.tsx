import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { ProblemBox, buttonClass } from '../../ui/index.ts';
import { words } from '../words.ts';
import { Lacking } from './Lacking.tsx';
import { Shell } from './Shell.tsx';

/** The page's frame at once; after a second a word, never a bare spinner. */
export function Loading() {
  const [slow, setSlow] = useState(false);
  useEffect(() => { const timer = setTimeout(() => setSlow(true), 1000); return () => clearTimeout(timer); }, []);
  return <div className="app-frame"><header className="app-top" /><main className="app-page" id="main" tabIndex={-1}><Lacking />{slow ? <p role="status">{words.loading}</p> : null}</main></div>;
}

export function NotFound({ text = words.notFound.text }: { readonly text?: string }) {
  return <Shell title={words.notFound.title}><h1 className="cw-h1">{words.notFound.title}</h1><p>{text}</p><Link className={buttonClass()} href="~/">{words.notFound.home}</Link></Shell>;
}

/** IndexedDB cannot be opened: said as it is, with nothing pretended. */
export function StorageRefused({ why }: { readonly why: string }) {
  return <Shell title={words.errors.storageTitle}><ProblemBox alone title={words.errors.storageTitle}><p>{words.errors.storageText}</p><p className="cw-s cw-q">{why}</p></ProblemBox></Shell>;
}
