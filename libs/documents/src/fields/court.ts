import { type DossierData } from '../dossier-data';
import { type CourtReferral } from '../dossier-procedure';
import { dayZh } from '../wording/day';
import { choices, orLine, story } from '../wording/text';
import { type Fields } from './field';
import { paperList } from './papers';

const MODES = { prefiling: '委派', postfiling: '委托' } as const;
const PROCEDURES = { ordinary: '普通程序', summary: '简易程序' } as const;
const RESULTS = {
  settled: '达成调解协议',
  'suit-withdrawn': '当事人申请撤诉',
  failed: '调解不成',
  expired: '期限届满未达成协议',
  terminated: '终止调解',
} as const;

const known = (court: CourtReferral | undefined): Fields => ({
  法院: orLine(court?.name, 12),
  调解方式: court?.mode === undefined ? '委派（委托）' : MODES[court.mode],
  法院案号: orLine(court?.caseNumber, 12),
  案由: orLine(court?.cause, 8),
});

export const courtReferral = ({ court }: DossierData): Fields => ({
  ...known(court),
  审理程序选项: choices(PROCEDURES, court?.procedure),
  委托依据: orLine(court?.basis, 16),
  移送材料: paperList(court?.papers),
  调解期限: orLine(court?.limit, 4),
  签收日期: dayZh(court?.signedForOn),
  调解届满日: dayZh(court?.dueOn),
  法院联系人: orLine(court?.contact, 6),
  法院联系电话: orLine(court?.phone, 8),
  委托日期: dayZh(court?.referredOn),
});

export const courtReport = ({ court }: DossierData): Fields => ({
  ...known(court),
  委托日期: dayZh(court?.referredOn),
  反馈选项: choices(RESULTS, court?.result),
  反馈说明: story(court?.resultNote),
  随函材料: paperList(court?.returnedPapers),
  反馈日期: dayZh(court?.returnedOn),
});
