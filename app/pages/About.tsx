import { SummaryList } from '../../ui/index.ts';

declare const __CASEWAY_VERSION__: string | undefined;
const version = typeof __CASEWAY_VERSION__ === 'string' ? __CASEWAY_VERSION__ : '0.1.0';

export function About() {
  return (
    <>
      <p>Caseway holds a local child safeguarding procedure as a diagram that its owner draws, and runs cases through exactly what was drawn.</p>
      <SummaryList rows={[{ id: 'v', name: 'Version', value: version }, { id: 'l', name: 'Licence', value: 'MIT' }, { id: 'z', name: 'Dates and times', value: 'Europe/London' }, { id: 'b', name: 'Bank holidays', value: '2019 to 2028 as published by GOV.UK; 2029 and 2030 expected, and marked so' }]} />
      <h2>What it is not</h2>
      <p>The procedures that come with it model published documents, each under the law of its time. They are not legal advice and not today’s guidance. Check every date and duty with the people who own the procedure.</p>
    </>
  );
}
