import { bodyCode, parentDivision, type BodyKind, type Tier } from '@mediation/kernel';
import type { DirectoryBody, Division } from './directory.port';
import { bareName, placeName } from './place-name';

interface BodyTemplate {
  readonly kind: BodyKind;
  readonly nameZh: (division: Division) => string;
  /** Who guides or leads it: a kind in the same division, or in the one above. */
  readonly parent?: { readonly kind: BodyKind; readonly of: 'same' | 'above' };
  /** The name part of an agency's code. */
  readonly agency?: string;
}

const after = (suffix: string) => (division: Division) => placeName(division) + suffix;
const publicSecurity = (division: Division): string =>
  placeName(division) + (division.name.endsWith('区') ? '公安分局' : '公安局');

/** What every division of a tier has. A parent in the same division stands before its children. */
const TEMPLATES: Readonly<Record<Tier, readonly BodyTemplate[]>> = {
  district: [
    { kind: 'leading-group', nameZh: after('社会矛盾调处工作领导小组') },
    { kind: 'center', nameZh: after('社会矛盾调处中心'), parent: { kind: 'leading-group', of: 'same' } },
    { kind: 'brigade', nameZh: after('社会矛盾处置大队'), parent: { kind: 'center', of: 'same' } },
    { kind: 'justice-bureau', nameZh: after('司法局') },
    { kind: 'committee', nameZh: after('联合人民调解委员会'), parent: { kind: 'justice-bureau', of: 'same' } },
    { kind: 'medical', nameZh: after('医疗纠纷调处办公室'), parent: { kind: 'justice-bureau', of: 'same' } },
    { kind: 'court', nameZh: after('人民法院') },
    { kind: 'police', nameZh: publicSecurity },
    { kind: 'petition-office', nameZh: after('信访局') },
    { kind: 'procuratorate', nameZh: after('人民检察院') },
    {
      kind: 'legal-aid-center',
      nameZh: after('法律援助中心'),
      // 法律援助法 art. 12: the judicial administration sets it up.
      parent: { kind: 'justice-bureau', of: 'same' },
    },
    { kind: 'agency', agency: 'housing', nameZh: after('住房和城乡建设局') },
    { kind: 'agency', agency: 'human-resources', nameZh: after('人力资源和社会保障局') },
    { kind: 'agency', agency: 'health', nameZh: after('卫生健康局') },
  ],
  township: [
    { kind: 'center', nameZh: after('社会矛盾调处中心'), parent: { kind: 'center', of: 'above' } },
    { kind: 'judicial-office', nameZh: after('司法所'), parent: { kind: 'justice-bureau', of: 'above' } },
    { kind: 'committee', nameZh: after('人民调解委员会'), parent: { kind: 'judicial-office', of: 'same' } },
    {
      kind: 'pretrial-room',
      nameZh: (division) => `驻${placeName(division)}司法所庭前调解室`,
      parent: { kind: 'court', of: 'above' },
    },
    {
      kind: 'police',
      nameZh: (division) => `${bareName(division)}派出所调解室`,
      parent: { kind: 'police', of: 'above' },
    },
    { kind: 'squad', nameZh: after('社会矛盾处置中队'), parent: { kind: 'brigade', of: 'above' } },
  ],
  // 司法所 guides village committees (domain.md §6); between committees there is no line of command.
  village: [{ kind: 'committee', nameZh: after('人民调解委员会'), parent: { kind: 'judicial-office', of: 'above' } }],
};

const codeOf = (division: Division, { kind, agency }: BodyTemplate): string =>
  agency === undefined ? bodyCode(division.code, kind) : `${division.code}-${agency}-agency`;

const parentOf = (division: Division, { parent }: BodyTemplate): string | undefined => {
  if (parent === undefined) return undefined;
  const home = parent.of === 'same' ? division.code : parentDivision(division.code);
  return home === undefined ? undefined : bodyCode(home, parent.kind);
};

/** The bodies that a division has by its tier; parents come first when the division's own parent came before it. */
export const bodiesOf = (division: Division): readonly DirectoryBody[] =>
  TEMPLATES[division.tier].map((template) => ({
    code: codeOf(division, template),
    kind: template.kind,
    tier: division.tier,
    division: division.code,
    nameZh: template.nameZh(division),
    parent: parentOf(division, template),
  }));
