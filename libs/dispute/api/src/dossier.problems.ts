import { conflict, forbidden, invalid, type ProblemRow } from '@mediation/aggregate-api';
import type { DossierRefusal } from '@mediation/dispute/domain';
import { PML } from './articles';

/** Of the file. */
export const DOSSIER_PROBLEMS: Readonly<Record<DossierRefusal, ProblemRow>> = {
  'not-the-mediating-committee': forbidden(
    '人民调解卷宗由调解过这件纠纷的人民调解组织立卷和保管。',
    'The file is kept by a people’s mediation body that has mediated this dispute.',
    { article: PML(27) },
  ),
  'dossier-exists': conflict(
    '这件纠纷已经立卷，一案一卷一号。',
    'This dispute has its file already: one dispute, one file, one number.',
  ),
  'dossier-not-numbered': conflict('卷号尚未编出，请重试。', 'No number was set aside for the file yet; try again.'),
  'dossier-not-open': conflict('尚未立卷编号，请先立卷。', 'The file has no number yet; open it first.'),
  'dossier-archived': conflict(
    '卷宗已经归档；如需补充，请先重新受理。',
    'The file is archived; reopen the dispute to add to it.',
  ),
  'archive-needs-closing': conflict('纠纷尚未结案，请先结案再归档。', 'The dispute is not closed; close it first.'),
  'dossier-incomplete': conflict(
    '卷宗材料不齐，不能归档；缺少的材料和签名见 missing。',
    'The file is not complete; missing lists the papers and signatures it lacks.',
    { article: PML(27) },
  ),
  'material-not-there': conflict(
    '卷宗中还没有这份材料，请先形成或归入该材料。',
    'This material is not in the file yet; make it or file it first.',
  ),
  'several-to-sign': invalid(
    '/session',
    '有多份这样的材料等待签署，请用 proceeding、session 或 agreement 指明是哪一份。',
    'Several of this kind wait for the signature; tell which by proceeding, session or agreement.',
  ),
  'signature-not-asked': conflict(
    '该材料不需要这样的签名或印章；书面协议书的签名和印章请随协议记录。',
    'The form asks for no such signature or seal; those of a written agreement are recorded with the agreement.',
  ),
  'retention-not-listed': invalid(
    '/retention',
    '本地的保管期限中没有这一种。',
    'The place’s list of retentions does not have this one.',
  ),
};
