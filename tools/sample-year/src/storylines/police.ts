import { addDays } from '@mediation/kernel';
import { lapse, takeOver } from '../handing-over';
import { accept, appoint, holdSession } from '../mediating';
import { refer, register } from '../opening';
import type { Script } from '../script';
import { agree, carryOut, settleAndReportBack, settleInWriting, sign } from '../settling';
import { storyline } from '../storyline';

/** One officer alone holds a session only with the whole of it recorded (公安机关办理行政案件程序规定). */
const OFFICERS = [{ officers: 2 }, { officers: 1, recording: '示例录像-1', room: '派出所调解室（示例）' }] as const;

const isTraffic = ({ cast }: Script): boolean => cast.disputeType === 'traffic-accident';

/** 道路交通事故: liability found days ago, applied for together, the damage known; from then on ten working days. */
const applyTogether = (s: Script): void => {
  s.do('milestones', { milestone: 'traffic-liability-served', on: addDays(s.today, -2) });
  s.do('milestones', { milestone: 'traffic-mediation-applied' });
  s.do('milestones', { milestone: 'traffic-mediation-may-start' });
};

/** 派出所调解: within three working days, where parties and officers are still there. */
const settleAtStation = (s: Script, turn: number): void => {
  if (isTraffic(s)) applyTogether(s);
  accept(s, 1);
  appoint(s);
  s.do('rights-notice').days(0, 1);
  holdSession(s, { ...OFFICERS[turn % 2 === 0 ? 0 : 1] });
  agree(s, { form: 'written' });
  sign(s, { atOnce: true });
  if (isTraffic(s)) s.do('milestones', { milestone: 'traffic-mediation-concluded' });
  carryOut(s);
};

const link = (s: Script, turn: number): void => {
  const to = turn % 3 === 2 ? s.around.village : s.around.committee;
  refer(s, s.around.police, { to, kind: 'police-link' });
  takeOver(s, to);
  if (turn % 3 === 1) settleAndReportBack(s, 'police-link', s.around.police);
  else settleInWriting(s);
};

/** The committee is silent, so the police room mediates itself. */
const linkLapsed = (s: Script, turn: number): void => {
  refer(s, s.around.police, { to: s.around.committee, kind: 'police-link' });
  lapse(s);
  settleAtStation(s, turn);
};

const atStation = (s: Script, turn: number): void => {
  register(s, s.around.police);
  s.do('triage', { channel: 'administrative' });
  settleAtStation(s, turn);
};

const TYPES = { compensation: 6, neighbourhood: 5, 'traffic-accident': 3, consumer: 1 } as const;
const CALLED_110 = { 'hotline-110': 7, police: 4 } as const;
const OPTIONS = { types: TYPES, sources: CALLED_110 } as const;

export const POLICE = [
  storyline('police-link', 17, link, OPTIONS),
  storyline('police-link-lapsed', 2, linkLapsed, OPTIONS),
  storyline('police-station', 6, atStation, OPTIONS),
];
