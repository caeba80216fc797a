// The peer outside XState: bpmn-engine on a process of the same shape as the alert procedure's statutory way, with
// the same number of acts by people. Each user task that is signalled counts as one event.
import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';

const acts = ['report', 'discuss', 'alert', 'acknowledge', 'tell', 'decide', 'notify', 'convene', 'checks', 'panel', 'outcome', 'tell-national', 'tell-staff', 'learning'];
const parallel = new Set(['tell', 'decide']);

const flow = (id, from, to) => `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`;

/** The process as BPMN: a line of user tasks in which two run at the same time between parallel gateways. */
function source() {
  const tasks = acts.map((id) => `<userTask id="${id}" />`);
  const line = ['start', 'report', 'discuss', 'alert', 'acknowledge', 'split'];
  const rest = ['join', 'notify', 'convene', 'checks', 'panel', 'outcome', 'tell-national', 'tell-staff', 'learning', 'end'];
  const chain = (ids) => ids.slice(1).map((to, i) => flow(`${ids[i]}-${to}`, ids[i], to));
  const lanes = [...parallel].flatMap((id) => [flow(`split-${id}`, 'split', id), flow(`${id}-join`, id, 'join')]);
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="bench" targetNamespace="http://example.invalid/bench">
<process id="alert-process" isExecutable="true"><startEvent id="start" />${tasks.join('')}<parallelGateway id="split" /><parallelGateway id="join" />
<endEvent id="end" />${[...chain(line), ...chain(rest), ...lanes].join('')}</process></definitions>`;
}

/** Runs `cases` cases to their end and gives the number of events. */
export async function runBpmn(cases) {
  const xml = source();
  let events = 0;
  for (let n = 0; n < cases; n += 1) {
    const listener = new EventEmitter();
    listener.on('activity.wait', (activity) => { events += 1; activity.signal(); });
    const engine = Engine({ name: `case ${n}`, source: xml });
    const ended = engine.waitFor('end');
    await engine.execute({ listener });
    await ended;
  }
  if (events !== cases * acts.length) throw new Error(`bpmn-engine took ${events} events of ${cases * acts.length}`);
  return events;
}
