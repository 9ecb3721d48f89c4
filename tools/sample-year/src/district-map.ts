import { bodyCode, type BodyCode, type DivisionCode, type Tier } from '@mediation/kernel';

/** What the plan needs of the directory; `@mediation/directory`'s `Directory` has it all. */
export interface SampleDirectory {
  divisions(): readonly { readonly code: DivisionCode; readonly name: string; readonly tier: Tier }[];
  /** With the courts on whose rosters (特邀名册) they are. */
  mediators(body: BodyCode): readonly { readonly id: string; readonly courtRosters: readonly BodyCode[] }[];
}

/** The bodies that people of one village or community may meet. */
export const bodiesAround = (village: DivisionCode) => {
  const township = village.slice(0, 9);
  const district = village.slice(0, 6);
  return {
    /** Whose law is in force here. */
    jurisdiction: district,
    village: bodyCode(village, 'committee'),
    committee: bodyCode(township, 'committee'),
    judicialOffice: bodyCode(township, 'judicial-office'),
    pretrialRoom: bodyCode(township, 'pretrial-room'),
    police: bodyCode(township, 'police'),
    centre: bodyCode(township, 'center'),
    squad: bodyCode(township, 'squad'),
    districtCommittee: bodyCode(district, 'committee'),
    districtCentre: bodyCode(district, 'center'),
    medical: bodyCode(district, 'medical'),
    court: bodyCode(district, 'court'),
    petitionOffice: bodyCode(district, 'petition-office'),
    justiceBureau: bodyCode(district, 'justice-bureau'),
    leadingGroup: bodyCode(district, 'leading-group'),
    procuratorate: bodyCode(district, 'procuratorate'),
    legalAidCenter: bodyCode(district, 'legal-aid-center'),
    brigade: bodyCode(district, 'brigade'),
    housingAgency: `${district}-housing-agency`,
    labourAgency: `${district}-human-resources-agency`,
  } as const;
};
export type BodiesAround = ReturnType<typeof bodiesAround>;

/** An urban community rather than a village: other things are quarrelled about there. */
export const isCommunity = (name: string): boolean => name.includes('居委会');
