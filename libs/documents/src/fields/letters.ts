import { type DossierData } from '../dossier-data';
import { type Letter, type RouteName } from '../dossier-procedure';
import { dayZh } from '../wording/day';
import { box, choices, orLine, paragraphs } from '../wording/text';
import { type Fields } from './field';
import { paperList } from './papers';
import { partySignatures } from './parties';

const letter = (given: Letter | undefined, from: string): Fields => ({
  发函机构: given?.from ?? from,
  收函机构: orLine(given?.to, 12),
  发函日期: dayZh(given?.on),
  发函事由: paragraphs(given?.reason, 3),
  发函依据: orLine(given?.basis, 16),
  移送材料: paperList(given?.papers),
  联系人: orLine(given?.contact, 6),
  联系人电话: orLine(given?.phone, 8),
});

export const transferLetter = ({ transfer, body }: DossierData): Fields => ({
  ...letter(transfer, body.name),
  答复期限: dayZh(transfer?.replyBy),
});

export const returnLetter = ({ returned, body }: DossierData): Fields => letter(returned, body.name);

export const terminationNotice = (data: DossierData): Fields => {
  const told = (route: RouteName): string => box(data.failure?.routes.includes(route) ?? false);
  return {
    终止日期: dayZh(data.failure?.on),
    终止原因: paragraphs(data.failure?.reason, 2),
    仲裁选项: told('arbitration'),
    行政选项: told('administrative'),
    司法选项: told('litigation'),
    途径说明: paragraphs(data.failure?.advice, 2),
    签收: partySignatures(data, undefined),
  };
};

const ACCEPTED = { accepted: '已受理', 'not-accepted': '未受理' } as const;

export const limitationProof = ({ limitation }: DossierData): Fields => ({
  请求人: orLine(limitation?.claimant, 6),
  相对人: orLine(limitation?.against, 6),
  请求日期: dayZh(limitation?.requestedOn),
  请求方式: orLine(limitation?.manner, 4),
  请求事项: paragraphs(limitation?.claim, 3),
  受理选项: choices(ACCEPTED, limitation?.accepted),
  时效依据:
    limitation?.basis ??
    '《中华人民共和国民法典》第一百九十五条、《最高人民法院关于审理民事案件适用诉讼时效制度若干问题的规定》第十二条',
  出具日期: dayZh(limitation?.issuedOn),
});
