import { type DossierData } from '../dossier-data';
import { type DossierParty, type DossierPerson, type Signature } from '../dossier-people';
import { dayZh } from '../wording/day';
import { cell, orBlank, orLine } from '../wording/text';
import { type Fields } from './field';

type Role = DossierParty['role'];

const ROLES_ZH: Readonly<Record<Role, string>> = { applicant: '申请人', respondent: '被申请人' };

export const roleZh = (role: Role | undefined): string => (role === undefined ? '' : ROLES_ZH[role]);

const described = (label: string, value: string | number | undefined): string =>
  cell(value) === '' ? '' : `${label}${cell(value)}`;

/** 王小明（父亲），联系电话…… */
const person = (who: DossierPerson): string => {
  const relation = cell(who.relation);
  const name = `${orLine(who.name, 4)}${relation === '' ? '' : `（${relation}）`}`;
  const details = [
    described('身份证件号码', who.identityNumber),
    described('联系电话', who.phone),
    described('住址', who.address),
  ];
  return [name, ...details].filter((each) => each !== '').join('，');
};

/** Those who stand beside a party: guardian of a minor, representative of a company, agent. */
const besides = ({ guardian, representative, agent }: DossierParty): string =>
  [
    guardian && `法定代理人：${person(guardian)}`,
    representative && `代表人：${person(representative)}`,
    agent && `委托代理人：${person(agent)}`,
  ]
    .filter((each) => each !== undefined)
    .join('\n');

const inOneLine = (party: DossierParty): string =>
  [
    orLine(party.name, 6),
    cell(party.gender),
    cell(party.ethnicity),
    party.age === undefined ? '' : `${party.age}岁`,
    cell(party.occupation),
    described('住', party.address),
    described('证件号码：', party.identityNumber),
    described('联系电话：', party.phone),
  ]
    .filter((each) => each !== '')
    .join('，');

const partyFields = (party: DossierParty, index: number): Fields => ({
  序号: String(index + 1),
  身份: roleZh(party.role),
  姓名: cell(party.name),
  性别: cell(party.gender),
  民族: cell(party.ethnicity),
  年龄: party.age === undefined ? '' : `${party.age}岁`,
  职业: cell(party.occupation),
  证件号码: cell(party.identityNumber),
  联系电话: cell(party.phone),
  住址: cell(party.address),
  代理人情况: besides(party),
  基本情况: [inOneLine(party), besides(party)].filter((each) => each !== '').join('。'),
});

const BLANK: readonly DossierParty[] = [{ role: 'applicant' }, { role: 'respondent' }];

export const partiesOf = (data: DossierData): readonly DossierParty[] =>
  data.parties.length > 0 ? data.parties : BLANK;

export const partyList = (data: DossierData): readonly Fields[] => partiesOf(data).map(partyFields);

export const namesOf = (data: DossierData, role?: Role): string =>
  data.parties
    .filter((each) => role === undefined || each.role === role)
    .map(({ name }) => cell(name))
    .filter((each) => each !== '')
    .join('、');

/** A minor's guardian signs in the minor's place. */
const signsAs = ({ name, guardian }: DossierParty): string => {
  const by = cell(guardian?.name);
  return by === '' ? cell(name) : `${cell(name)}（法定代理人${by}）`;
};

const SIGNED = '（已签，见原件）';

export const signatureFields = (身份: string, 姓名: string, signature: Signature | undefined): Fields => ({
  身份,
  姓名,
  已签: signature?.on === undefined ? '' : SIGNED,
  签名日期: dayZh(signature?.on),
});

/** A line for every party to sign on; one that has signed is known by its id, or by its name when there is none. */
export const partySignatures = (data: DossierData, signed: readonly Signature[] | undefined): readonly Fields[] =>
  partiesOf(data).map((party) => {
    const signature = signed?.find((each) =>
      each.party === undefined ? each.name === party.name : each.party === party.id,
    );
    return signatureFields(roleZh(party.role), signsAs(party), signature);
  });

export const mediatorSignatures = (data: DossierData, signedOn?: string): readonly Fields[] =>
  orBlank(data.mediators, { name: '' }).map(({ name }) =>
    signatureFields('人民调解员', cell(name), signedOn === undefined ? undefined : { name, on: signedOn }),
  );
