import { NotFound } from '../shell/Plain.tsx';
import { ErasePage } from './ErasePage.tsx';
import { RetentionPage } from './RetentionPage.tsx';
import { SettingsPage } from './SettingsPage.tsx';

/** `path`: after “settings/” in the address. */
export default function SettingsRoutes({ path }: { readonly path: string }) {
  const [first = '', caseId = ''] = path.split('/');
  if (first === '') return <SettingsPage />;
  if (first !== 'retention') return <NotFound />;
  return caseId === '' ? <RetentionPage /> : <ErasePage key={caseId} caseId={caseId} />;
}
