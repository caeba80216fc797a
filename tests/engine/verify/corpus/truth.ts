// What the words of the documents say of each clock, read from the seeds by hand (the line is named): how many, in which
// days, from what. Left out are clocks of which the words say nothing, and parts that they leave open.
export interface Truth { readonly line: string; readonly amount: number; readonly units: readonly string[]; /** Starts that the words name, as the procedure writes them; absent where they name none. */ readonly from?: readonly string[] }
const days = ['calendar-days', 'working-days'];
const working = ['working-days'];

export const truth: Readonly<Record<string, Readonly<Record<string, Truth>>>> = {
  'tower-hamlets': {
    'alert-24-hours': { line: '004:7', amount: 24, units: ['hours'], from: ['{"var":"incident-at"}'] },
    'dfe-5-days': { line: '004:57', amount: 5, units: days, from: ['{"var":"incident-at"}'] },
    'dfe-5-working-days': { line: '004:156', amount: 5, units: working, from: ['{"var":"aware-on"}'] },
    'partners-5-working-days': { line: '004:156', amount: 5, units: working, from: ['{"var":"aware-on"}'] },
    'panel-10-days': { line: '004:59', amount: 10, units: days, from: ['{"sent":"notify-dfe"}'] },
    'outcome-15-days': { line: '004:133', amount: 15, units: days, from: ['{"sent":"notify-dfe"}'] },
    'first-review-2-days': { line: '004:61', amount: 2, units: days, from: ['{"sent":"send-alert"}'] },
    'detailed-review-5-days': { line: '004:61', amount: 5, units: days },
  },
  kscp: {
    'authority-report': { line: '002:9', amount: 5, units: working, from: ['{"var":"aware-on"}'] },
    'summary-return': { line: '002:54', amount: 5, units: days },
    'day-2-circulate': { line: '002:51', amount: 2, units: days }, 'day-8-convene': { line: '002:56', amount: 8, units: days },
    'day-10-panel': { line: '002:59', amount: 10, units: days }, 'day-12-submit': { line: '002:75', amount: 12, units: days }, 'day-12-decide': { line: '002:75', amount: 12, units: days },
    'local-review-informed': { line: '002:80', amount: 15, units: working, from: ['{"var":"notified-on"}', '{"sent":"report-incident"}'] },
  },
  'bath-and-north-east-somerset': {
    'incident-5-working-days': { line: '001:75', amount: 5, units: working, from: ['{"var":"aware-on"}'] },
    'scr-told-5-working-days': { line: '001:95', amount: 5, units: working, from: ['{"taken":["chairs-decision","serious-case-review"]}', '{"done":"chairs-decision"}'] },
    'no-scr-told-5-working-days': { line: '001:312', amount: 5, units: working, from: ['{"done":"chairs-decision"}'] },
    'scr-six-months': { line: '001:326', amount: 6, units: ['months'] },
    'copy-one-week': { line: '001:120', amount: 1, units: ['weeks'], from: ['{"planned":"publish-report"}'] },
    'copy-seven-working-days': { line: '001:346', amount: 7, units: working, from: ['{"planned":"publish-report"}'] },
    'twelve-months': { line: '001:334', amount: 12, units: ['months'] },
  },
  stockport: {
    'initial-panel-28-days': { line: '003:474', amount: 28, units: days },
    'chair-28-days': { line: '003:476', amount: 28, units: days },
    'management-reviews-asked-for': { line: '003:492', amount: 6, units: ['weeks'] }, 'management-reviews-week-6': { line: '003:499', amount: 6, units: ['weeks'] },
    'chronology-week-6': { line: '003:501', amount: 6, units: ['weeks'] }, 'media-week-6': { line: '003:503', amount: 6, units: ['weeks'] },
    'review-6-months': { line: '003:493', amount: 6, units: ['months'], from: ['{"taken":["decide-scr","conduct"]}', '{"done":"decide-scr"}'] },
  },
};
