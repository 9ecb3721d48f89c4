import { type DossierData } from '../dossier-data';
import { type DossierParty } from '../dossier-people';
import { dayZh } from '../wording/day';
import { cell, choices, orLine, paragraphs, story } from '../wording/text';
import { type Fields } from './field';
import { partiesOf, roleZh } from './parties';

export const application = (data: DossierData): Fields => ({
  纠纷情况: story(data.facts),
  申请事项: story(data.requests),
  申请日期: dayZh(data.application?.on),
});

const SOURCES = { application: '当事人申请', proactive: '主动调解', entrusted: '接受委托、移送' } as const;

export const acceptanceRegister = (data: DossierData): Fields => ({
  登记日期: dayZh(data.registeredOn),
  来源选项: choices(SOURCES, data.sourceKind),
  纠纷情况: story(data.facts),
  申请事项: story(data.requests),
  登记人: cell(data.registrar),
});

export const rightsNotice = (data: DossierData): Fields => ({ 告知日期: dayZh(data.rightsNotifiedOn) });

export const identityPapers = (data: DossierData): Fields => ({
  身份证明: partiesOf(data).map(({ role, name, identityNumber, identityPapers: papers }) => ({
    身份: roleZh(role),
    姓名: cell(name),
    证件种类: cell(papers?.kind),
    证件号码: cell(identityNumber),
    份数: cell(papers?.copies),
    核对日期: dayZh(papers?.checkedOn),
  })),
  核对人: cell(data.identityCheckedBy),
});

const POWERS = { general: '一般授权', special: '特别授权' } as const;

const authority = ({ agent, ...party }: DossierParty): Fields => ({
  委托人: orLine(party.name),
  委托人证件: orLine(party.identityNumber, 10),
  委托人电话: orLine(party.phone),
  委托人住址: orLine(party.address, 14),
  受托人: orLine(agent?.name),
  受托人证件: orLine(agent?.identityNumber, 10),
  受托人电话: orLine(agent?.phone),
  受托人住址: orLine(agent?.address, 14),
  与委托人关系: orLine(agent?.relation),
  权限选项: choices(POWERS, agent?.powers),
  特别授权事项: paragraphs(agent?.matters, 3),
  委托期限: dayZh(agent?.until),
  委托日期: dayZh(agent?.authorisedOn),
});

export const authorisation = (data: DossierData): Fields => {
  const principals = data.parties.filter(({ agent }) => agent !== undefined);
  return { 委托书: (principals.length > 0 ? principals : [{ role: 'applicant' } as const]).map(authority) };
};
