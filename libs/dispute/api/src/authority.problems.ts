import { conflict, forbidden, invalid, type ProblemRow } from '@mediation/aggregate-api';
import type { AuthorityRefusal } from '@mediation/dispute/domain';

const AID_LAW = (articles: string) => `《法律援助法》${articles}`;

/** Of police, health authority, petition office, procuratorate, legal aid and agencies. */
export const AUTHORITY_PROBLEMS: Readonly<Record<AuthorityRefusal, ProblemRow>> = {
  'date-in-the-future': invalid('/on', '日期晚于今天，请核对。', 'The day lies in the future; check it.'),
  'not-the-body-of-this-step': forbidden(
    '该节点由责任机构或者办理该步骤的机关记录。',
    'Only the responsible body, or the authority whose step it is, records this.',
  ),
  'milestone-out-of-order': conflict(
    '该节点以前一节点为前提，且不得早于它；请先补记前一节点。',
    'This step follows another one and cannot come before it; record that one first.',
  ),
  'not-a-police-body': invalid('/reportedTo', '该机构不是公安机关。', 'That body is not of the police.'),
  'only-police': forbidden('只有公安机关可以受案。', 'Only the police open a public-order case.'),
  'police-case-running': conflict('已有未决的治安案件。', 'A public-order case is open already.'),
  'no-police-case': conflict(
    '本纠纷没有治安案件；须由公安机关先受案。',
    'There is no public-order case; the police open one first.',
  ),
  'police-case-decided': conflict('该治安案件已作出决定。', 'The public-order case has been decided.'),
  'not-the-police-of-the-case': forbidden(
    '只有受案的公安机关可以作出决定。',
    'Only the police body that opened the case decides it.',
  ),
  'no-penalty-applied-for': conflict('已就该协议申请不予处罚。', 'No penalty was applied for under this agreement.'),
  'not-the-mediating-body': forbidden(
    '履行情况证明由主持调解的机构出具。',
    'The certificate is issued by the body that mediated the agreement.',
  ),
  'performance-certified': conflict('已出具过该协议的履行情况证明。', 'The performance was certified already.'),
  'never-had-it': forbidden(
    '证明由接到请求的机构出具；本机构未曾负责本纠纷。',
    'The proof comes from a body that had the dispute; yours never did.',
  ),
  'no-claim-put': conflict(
    '纠纷系主动发现，尚无当事人提出请求的记录；如当事人提出过请求，请先记录 first-requested 节点。',
    'The dispute was found, and no claim is on record; if a party put one, record the milestone first-requested.',
    { article: '《最高人民法院关于审理民事案件适用诉讼时效制度若干问题的规定》第12条' },
  ),
  'not-a-legal-aid-center': invalid('/center', '该机构不是法律援助机构。', 'That body is not a legal aid centre.'),
  'not-the-legal-aid-center': forbidden(
    '只有收到申请的法律援助机构可以进行此操作。',
    'Only the legal aid centre that received the application may do this.',
  ),
  'aid-running': conflict(
    '该当事人的法律援助申请正在审查或办理。',
    'This party’s legal aid is being examined or given already.',
  ),
  'aid-unknown': { status: 404, zh: '没有这项法律援助申请。', en: 'There is no such application for legal aid.' },
  'aid-decided': conflict('该法律援助申请已作出决定。', 'This application for legal aid has been decided.'),
  'aid-not-granted': conflict(
    '该法律援助没有给予，或者已经指派、结束。',
    'This legal aid is not granted, or is assigned or ended already.',
  ),
  'exemption-not-listed': invalid(
    '/exemption',
    '该情形不在现行免予核查或不受经济困难条件限制的清单内。',
    'This exemption is on neither list in force.',
    { article: AID_LAW('第32条、第42条') },
  ),
};
