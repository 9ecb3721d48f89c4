import { parseBodyCode, type BodyCode } from '@mediation/kernel';
import type { Script } from './script';

/** Above this many people the district's brigade goes as well. */
const BRIGADE_FROM = 40;
const atAnyHour = true;

/** A township's centre has no say in what a district body holds. */
const centreInCharge = ({ custodian, around }: Script): BodyCode =>
  parseBodyCode(custodian)?.tier === 'district' ? around.districtCentre : around.centre;

const send = (s: Script, from: BodyCode, unit: BodyCode): void => {
  s.do('emergency/dispatches', { unit }, { org: from, atAnyHour });
};

/** 突发群体性事件: the first estimate of a crowd is round and seldom right. */
export const raiseIncident = (s: Script, people: number): readonly BodyCode[] => {
  const { districtCentre, squad, brigade } = s.around;
  s.do('emergency', { people: Math.max(10, Math.round(people / 10) * 10) }, { atAnyHour });
  send(s, centreInCharge(s), squad);
  if (people < BRIGADE_FROM) return [squad];
  send(s, districtCentre, brigade);
  return [squad, brigade];
};

export const respondToIncident = (s: Script, people: number): void => {
  const units = raiseIncident(s, people);
  for (const org of units) s.minutes(5, 20).do('emergency/arrival', {}, { org, atAnyHour });
  const concludes = s.random.chance(0.6) ? s.around.squad : centreInCharge(s);
  s.minutes(60, 240).do(
    'emergency/conclusion',
    { people, note: '现场劝解，人员散去。（示例）' },
    { org: concludes, atAnyHour },
  );
};
