// The pictures of docs/screens that can be taken again by `npm run screens`: where each is, who looks, when, and what is
// done before it is taken. All cases are invented; each is a walkthrough up to a step.
const CASES = [
  ['tower-hamlets', 6], ['tower-hamlets', 16], ['tower-hamlets', 38], ['tower-hamlets', 46], ['kscp', 4], ['kscp', 7],
  ['kscp', 17], ['bath-and-north-east-somerset', 48], ['stockport', 61], ['stockport', 94], ['trafford', 18],
];
export const wanted = CASES.map(([slug, steps]) => ({ walkthrough: `${slug}/walkthrough`, steps }));
const of = (slug, steps) => `cases/seed-${CASES.findIndex(([one, other]) => one === slug && other === steps) + 1}`;

const as = (role, slug, person = 'Z.B.') => ({ person, roles: { [slug]: role } });
const unit = as('business-unit', 'tower-hamlets');
const desk = { at: '2026-12-31T10:42', who: { person: 'Z.B.', roles: { 'tower-hamlets': 'business-unit', kscp: 'business-manager' } } };
const shipped = 'procedures/shipped/tower-hamlets';
const button = (page, name) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first();
/** A copy of one's own of the procedure that is open, with this pressed in it one after the other. */
const drawn = (...names) => async (page) => {
  await button(page, 'Make your own copy').click();
  await page.getByRole('application', { name: /your copy/ }).waitFor();
  for (const name of names) await button(page, name).click();
};
const wide = { path: shipped, size: [1440, 900] };

/** `name` has `-360` when it is taken on a phone; `path` below the app's address; `whole`: not only what is in sight. */
export const screens = [
  { name: 'front', path: '', whole: true }, { name: 'front-360', path: '', whole: true },
  { name: 'today', path: 'today?who=all', ...desk }, { name: 'today-360', path: 'today?who=all', ...desk, whole: true },
  { name: 'board', path: 'board', ...desk }, { name: 'calendar', path: 'calendar', ...desk },
  { name: 'register', path: 'register', ...desk }, { name: 'register-360', path: 'register', ...desk },
  { name: 'case', path: 'practice', practice: true, whole: true }, { name: 'case-360', path: 'practice', practice: true, whole: true },
  { name: 'case-form', path: `${of('tower-hamlets', 6)}/tasks/send-alert`, who: as('practitioner', 'tower-hamlets', 'Q.P.'), at: '2026-12-18T16:40' },
  { name: 'case-returns', path: `${of('tower-hamlets', 38)}/tasks/request-checks`, who: unit, at: '2026-12-31T10:42' },
  { name: 'case-returns-360', path: `${of('tower-hamlets', 38)}/tasks/request-checks`, who: unit, at: '2026-12-31T10:42', whole: true },
  { name: 'case-dates', path: `${of('tower-hamlets', 38)}/dates`, who: unit, at: '2026-12-31T10:42' },
  { name: 'case-people', path: `${of('kscp', 7)}/people`, who: as('business-manager', 'kscp'), at: '2026-12-31T10:42' },
  { name: 'case-chronology', path: `${of('stockport', 61)}/chronology`, who: as('business-manager', 'stockport'), at: '2027-10-20T15:30' },
  { name: 'case-documents', path: `${of('stockport', 94)}/documents`, who: as('business-manager', 'stockport'), at: '2028-03-01T13:30' },
  { name: 'case-actions', path: `${of('stockport', 94)}/tasks/draft-action-plan`, who: as('scr-panel-chair', 'stockport', 'P.C.'), at: '2028-03-01T13:30' },
  { name: 'report-year', path: 'reports/year', ...desk },
  { name: 'procedure-document', path: 'procedures/shipped/tower-hamlets/document', ...desk },
  { name: 'editor-canvas', ...wide, act: drawn(/^Notify the DfE, notify/) },
  { name: 'editor-timescale', ...wide, act: drawn(/^Notify the DfE, notify/, /^5 days from.*Local/) },
  { name: 'editor-parts', path: shipped, act: drawn('All parts') },
];
