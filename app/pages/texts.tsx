import { Link } from 'wouter';
import { Table } from '../../ui/index.ts';

export function Help() {
  return (
    <>
      <p>Caseway says what to do now, who does it, by when and why. It never says what to decide.</p>
      <h2>Run a case</h2>
      <ol>
        <li>Choose <Link href="/cases">Cases</Link>, then <b>Open a case</b>. Choose the procedure, how the case comes in, and answer what is asked at the door.</li>
        <li>The case page names one thing to do. Under each date stands how it was counted.</li>
        <li>Say which role you act as, at the top right. What belongs to another role can be read, and says whose it is.</li>
        <li>Something happened earlier than you enter it? Give the time it happened. The dates are counted from that.</li>
        <li>You do not know an answer yet? Tick <b>Not known yet</b>. It is asked again, and no rule takes it for a no.</li>
      </ol>
      <h2>Draw a procedure</h2>
      <ol>
        <li>Choose <Link href="/procedures">Procedures</Link>, then <b>Make your own copy</b>.</li>
        <li>Change stages, routes, clocks and owners. Problems are listed at the foot.</li>
        <li>Publish. New cases can be opened on the version; running cases stay on theirs.</li>
      </ol>
      <h2>Try it first</h2>
      <p><Link href="/practice">The practice case</Link> is invented and kept apart from real cases. It can be put back as it was at any time.</p>
      <h2>Words</h2>
      <ul>
        <li><b>Stage</b>: a place where a case can be. <b>Route</b>: the way from one to the next. <b>Way in</b>: how a case is opened.</li>
        <li><b>Must</b>: the contrary is refused. <b>Should always</b>: refused without a reason. <b>Should</b>: accepted, and that it departs is recorded. <b>Consider</b>: that it was considered is recorded. <b>May</b>: offered.</li>
        <li><b>Waits for</b>: a date that cannot be counted yet, and what it needs. <b>No date</b>: the procedure gives none.</li>
      </ul>
      <h2>Find your way</h2>
      <p>Once a case is open, Caseway begins with <Link href="/today">Today</Link>: what your roles have to do over all cases. <Link href="/start">The start page</Link> with its doors stays where it was.</p>
      <p><b>Search</b> in the bar (Ctrl + K) finds cases, people, documents by name, and words of notes. Its list lives in memory only, and goes when the page or Caseway is locked.</p>
      <p><b>Reports</b> of a case stand under its documents, those over all cases beside the register. <Link href="/settings">Settings</Link> hold the partnership’s name, its people, closed days and how long cases are kept.</p>
      <h2>Something is wrong</h2>
      <p>Ask whoever looks after the procedure in your partnership. If Caseway stops, it offers a copy of the data; keep that copy.</p>
    </>
  );
}

const KEYS: readonly (readonly [string, string])[] = [
  ['Tab, Shift + Tab', 'To the next or previous thing that can be used. The first is “Skip to main content”'],
  ['Enter', 'Follow a link, press a button, send a form from a one-line field'],
  ['Space', 'Press a button, tick a box'],
  ['Arrow keys', 'Move between the choices of one question; walk along the stages of the case’s diagram'],
  ['Esc', 'Close a dialog or the menu; focus goes back to where it was'],
  ['Alt + Left, Alt + Right', 'Back and forward through the pages'],
  ['Ctrl + K', 'Search cases, people, documents and notes, from any page with a bar'],
  ['Ctrl + L', 'Lock the cases in every tab, where they are encrypted'],
  ['Shift three times', 'Leave quickly, from any screen of a live case'],
];
const EDITOR_KEYS: readonly (readonly [string, string])[] = [
  ['Arrow keys', 'Walk along the routes of the diagram'], ['Enter', 'Change the name of the selected stage'], ['N', 'Draw the next stage'], ['C', 'Connect the selected stage'],
  ['Delete', 'Delete what is selected'], ['Ctrl + Z, Ctrl + Y', 'Undo, redo'], ['F8', 'To the next problem'],
];
const REHEARSAL_KEYS: readonly (readonly [string, string])[] = [
  ['Space', 'Play event after event, and pause'], ['[', 'Step back to the act before'], [']', 'Step on to the act after'], ['Left, Right', 'A day earlier or later (line of days)'], ['Page Up, Page Down', 'The act before or after (line of days)'], ['Home, End', 'The beginning or the end (line of days)'],
];
const STORY_KEYS: readonly (readonly [string, string])[] = [
  ['Up, Down', 'The entry before or after'], ['Alt + Up, Alt + Down', 'Move the entry by a day; with Shift, everything after it too'], ['Ctrl + D', 'Duplicate the entry'], ['Delete', 'Delete the entry'], ['Ctrl + Z, Ctrl + Y', 'Undo, redo'],
];

export function Shortcuts() {
  const columns = [{ id: 'k', head: 'Keys' }, { id: 'd', head: 'What they do' }];
  const rows = (keys: typeof KEYS) => keys.map(([key, does]) => ({ id: key, cells: [key, does] }));
  return <><h2>Everywhere</h2><Table caption="Everywhere" hideCaption columns={columns} rows={rows(KEYS)} /><h2>Drawing a procedure</h2><Table caption="Drawing a procedure" hideCaption columns={columns} rows={rows(EDITOR_KEYS)} /><h2>In a rehearsal</h2><p>While the clock or the line of days has focus.</p><Table caption="In a rehearsal" hideCaption columns={columns} rows={rows(REHEARSAL_KEYS)} /><h2>On the storyboard</h2><p>While a line of the story has focus.</p><Table caption="On the storyboard" hideCaption columns={columns} rows={rows(STORY_KEYS)} /></>;
}

export function Accessibility() {
  return (
    <>
      <p>This statement applies to Caseway as it comes. A partnership that offers it to its staff adds its own contact and date.</p>
      <h2>How accessible it is</h2>
      <p>Caseway aims at level AA of the Web Content Accessibility Guidelines 2.2. You should be able to use all of it with a keyboard only, with a screen reader, at 400% zoom, and without seeing colour: every state also has a word and a sign.</p>
      <h2>What was checked, and how</h2>
      <ul>
        <li>Each screen is checked by the axe rules for WCAG 2.2 A and AA whenever the program is built, and finds nothing.</li>
        <li>A case is run from start to decision with the keyboard alone, in a browser, as part of the same checks.</li>
        <li>It was <b>not</b> yet checked by people who use assistive technology every day, nor with JAWS, NVDA or VoiceOver. Automatic checks find only a part of the barriers.</li>
      </ul>
      <h2>What falls short</h2>
      <ul><li>The diagram of a procedure cannot be fully understood by ear. The outline beside it says the same and can do the same edits.</li></ul>
      <h2>Report a barrier</h2>
      <p>Tell the people who gave you Caseway. In England, if you are not content with their answer, contact the Equality Advisory and Support Service.</p>
    </>
  );
}

export function Browsers() {
  return (
    <>
      <p>Caseway is tested in Chromium, the base of both browsers below. It runs on a computer and on a phone from 360 pixels wide.</p>
      <Table caption="Browsers" hideCaption columns={[{ id: 'b', head: 'Browser' }, { id: 's', head: 'What to expect' }]} rows={[
        { id: 'e', cells: ['Microsoft Edge', 'Supported: the latest two versions'] }, { id: 'c', cells: ['Google Chrome', 'Supported: the latest two versions'] },
        { id: 'f', cells: ['Firefox, Safari', 'Not tested yet. Safari erases the data of pages not used for seven days: do not keep cases there'] }, { id: 'p', cells: ['Private windows', 'Not for cases: all is erased when the window closes'] },
      ]} />
    </>
  );
}
