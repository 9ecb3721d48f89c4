import { dateInShanghai } from '@mediation/kernel';
import { every, latest, nameOf, toldOf, type Story } from './story';
import { TYPE_ZH } from './wording';

type Material = 'identity-papers' | 'authorisation' | 'investigation-record' | 'evidence' | 'file-note';

/** What was written beside a filed paper, of whomever it is. */
const noteOf = ({ data }: ReturnType<typeof filed>[number]): string | undefined =>
  data.personal[data.party ?? 'file']?.text;

const filed = (story: Story, material: Material) =>
  every(story, 'MaterialFiled').filter(({ data }) => data.material === material);

const identityPapersOf = (story: Story, party: string) => {
  const paper = filed(story, 'identity-papers').findLast(({ data }) => data.party === party);
  return paper && { kind: noteOf(paper), copies: 1, checkedOn: paper.data.filedOn };
};

/** Whoever is to be authorised is written by hand; the form is printed for the party that has filed one. */
const agentOf = (story: Story, party: string) =>
  filed(story, 'authorisation').some(({ data }) => data.party === party) ? {} : undefined;

export const partiesOf = (story: Story) =>
  story.dispute.file.parties.map(({ id, role, minor }) => {
    const { identityNumber, phone, address } = toldOf(story, id);
    return {
      id,
      role,
      minor,
      name: nameOf(story, id),
      identityNumber,
      phone,
      address,
      agent: agentOf(story, id),
      identityPapers: identityPapersOf(story, id),
    };
  });

const sideOf = (story: Story, role: 'applicant' | 'respondent'): string => {
  const [first, ...others] = story.dispute.file.parties.filter((party) => party.role === role);
  if (first === undefined) return '';
  return nameOf(story, first.id) + (others.length > 0 ? '等' : '');
};

/** 王建国与李秀英邻里纠纷 */
export const titleOf = (story: Story): string => {
  const sides = [sideOf(story, 'applicant'), sideOf(story, 'respondent')].filter((side) => side !== '');
  return sides.join('与') + TYPE_ZH[story.dispute.file.disputeType];
};

export const investigationsOf = (story: Story) =>
  filed(story, 'investigation-record').map((paper) => ({ on: paper.data.filedOn, record: noteOf(paper) }));

export const evidenceOf = (story: Story) =>
  filed(story, 'evidence').map((paper) => ({
    name: noteOf(paper) ?? '证据材料',
    pages: paper.data.sheets,
    from: paper.data.party === undefined ? undefined : nameOf(story, paper.data.party),
    receivedOn: paper.data.filedOn,
  }));

export const fileNoteOf = (story: Story): string | undefined => {
  const note = filed(story, 'file-note').at(-1);
  return note && noteOf(note);
};

const APPLIED: readonly string[] = ['application', 'online'];
const BY_ITSELF: readonly string[] = ['proactive', 'screening', 'grid'];

const kindOfSource = (source: string) => {
  if (APPLIED.includes(source)) return 'application' as const;
  return BY_ITSELF.includes(source) ? ('proactive' as const) : ('entrusted' as const);
};

/** How the dispute came in. */
export const intakeOf = (story: Story) => {
  const { source, registeredAt } = story.dispute.file;
  const registeredOn = dateInShanghai(registeredAt);
  return {
    registeredOn,
    sourceKind: kindOfSource(source),
    application: APPLIED.includes(source) ? { on: registeredOn } : undefined,
    acceptedOn: latest(story, 'DisputeAccepted')?.data.acceptedOn,
    facts: toldOf(story, 'file').text,
  };
};
