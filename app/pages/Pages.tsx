import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { NotFound } from '../shell/Plain.tsx';
import { Shell } from '../shell/Shell.tsx';
import { About } from './About.tsx';
import { DataPage } from './DataPage.tsx';
import { VaultPage } from '../trust/VaultPage.tsx';
import { Accessibility, Browsers, Help, Shortcuts } from './texts.tsx';

const PAGES: Readonly<Record<string, { readonly title: string; readonly body: () => ReactNode }>> = {
  'where-is-my-data': { title: 'Where is my data?', body: DataPage },
  encryption: { title: 'Encryption', body: VaultPage },
  help: { title: 'Help', body: Help },
  'keyboard-shortcuts': { title: 'Keyboard shortcuts', body: Shortcuts },
  about: { title: 'About Caseway', body: About },
  accessibility: { title: 'Accessibility statement', body: Accessibility },
  browsers: { title: 'Browsers', body: Browsers },
};

/** The pages that can be reached from every footer. */
export default function Pages() {
  const page = PAGES[useParams<{ page: string }>().page];
  if (page === undefined) return <NotFound />;
  const Body = page.body;
  return <Shell title={page.title}><div className="cw-prose"><h1 className="cw-h1">{page.title}</h1><Body /></div></Shell>;
}
