import type { BodyCode, PlainDate } from '@mediation/kernel';
import {
  agreementOf,
  appraisalsOf,
  failureOf,
  followUpsOf,
  performanceOf,
  rightsNotifiedOn,
  sessionsOf,
} from './mediation-part';
import { evidenceOf, fileNoteOf, intakeOf, investigationsOf, partiesOf, titleOf } from './people';
import {
  confirmationOf,
  courtOf,
  limitationOf,
  policeOf,
  returnedOf,
  serviceAddressesOf,
  transferOf,
  undisputedFactsOf,
} from './procedure-part';
import { bodyName, latest, type Story } from './story';
import { OUTCOME_ZH, SOURCE_ZH, TYPE_ZH } from './wording';

/** The body whose papers they are: that of the file; while there is none, the last committee, or whoever is responsible. */
export const keeperOf = ({ dispute: { file } }: Pick<Story, 'dispute'>): BodyCode =>
  file.dossier?.body ?? file.mediations.findLast(({ channel }) => channel === 'peoples')?.body ?? file.custodian;

const mediatorsOf = ({ dispute, names }: Story) =>
  (dispute.file.mediations.at(-1)?.mediators ?? []).map((id) => ({ name: names.mediator(id) ?? id }));

/** How it ended and was put away. */
const endOf = (story: Story) => {
  const closed = latest(story, 'DisputeClosed')?.data;
  const archived = latest(story, 'DisputeArchived')?.data;
  return {
    closedOn: closed?.closedOn,
    outcome: closed && OUTCOME_ZH[closed.outcome],
    retention: archived?.retention,
    filedOn: archived?.archivedOn,
    fileNote: fileNoteOf(story),
  };
};

/** What the reader’s papers are filled from. What nobody has told is left out, and prints as room to write by hand. */
export const dossierData = (story: Story, reader: BodyCode, madeOn: PlainDate) => {
  const { file } = story.dispute;
  const keeper = keeperOf(story);
  return {
    title: titleOf(story),
    number: file.dossier?.number,
    body: { code: keeper, name: bodyName(story, keeper) },
    disputeType: TYPE_ZH[file.disputeType],
    source: SOURCE_ZH[file.source],
    ...intakeOf(story),
    parties: partiesOf(story),
    mediators: mediatorsOf(story),
    rightsNotifiedOn: rightsNotifiedOn(story),
    investigations: investigationsOf(story),
    evidence: evidenceOf(story),
    sessions: sessionsOf(story, reader),
    appraisals: appraisalsOf(story),
    agreement: agreementOf(story),
    ...performanceOf(story),
    followUps: followUpsOf(story),
    failure: failureOf(story),
    undisputedFacts: undisputedFactsOf(story),
    serviceAddresses: serviceAddressesOf(story),
    court: courtOf(story),
    confirmation: confirmationOf(story),
    police: policeOf(story),
    limitation: limitationOf(story),
    transfer: transferOf(story, reader),
    returned: returnedOf(story, reader),
    ...endOf(story),
    madeOn,
  };
};

export type DossierData = ReturnType<typeof dossierData>;
