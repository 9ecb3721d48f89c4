import type { DataOf } from '@mediation/dispute/domain';
import { kindOf, together, when, type Batch, type Rule } from './rules';

const isCourt = (body: string): boolean => ['court', 'pretrial-room'].includes(kindOf(body));

const REPORTED_ONLY: readonly string[] = ['settled', 'suit-withdrawn'];

/** What comes before each step of a confirmation. */
const BEFORE: Readonly<Record<string, readonly (string | undefined)[]>> = {
  ConfirmationOffered: [undefined, 'offered', 'refused'],
  ConfirmationFiled: ['offered'],
  ConfirmationAccepted: ['filed'],
  ConfirmationDecided: ['filed', 'accepted'],
};

const goesBack = ({ court, result }: DataOf<'DisputeReturnedToCourt'>, { start, end }: Batch): boolean =>
  REPORTED_ONLY.includes(result) ? end.custodian === start.custodian : end.custodian === court;

export const COURT_RULES = {
  'a court’s referral is recorded by a court, with the offer it makes': when(
    'CourtReferralMade',
    ({ batch }) => isCourt(batch.actor.org) && together(batch, 'HandoffOffered').length === 1,
  ),
  'a court’s papers are signed for once in a proceeding, while the court waits': when(
    'PapersSignedFor',
    ({ data, before }) =>
      before.waitingCourt !== undefined &&
      before.proceeding?.n === data.proceeding &&
      !before.signedFor.includes(data.proceeding),
  ),
  'what goes back goes to the court that referred it, and responsibility with it unless it is settled': when(
    'DisputeReturnedToCourt',
    ({ data, before, batch }) =>
      (before.waitingCourt === data.court || data.result === 'suit-withdrawn') && goesBack(data, batch),
  ),
  'no court waits for a mediation that failed, was ended or refused': when(
    ['MediationFailed', 'DisputeNotAccepted'],
    ({ batch: { end, start } }) => end.waitingCourt === undefined || isCourt(start.custodian),
  ),
  'a confirmation takes its steps in order, of an agreement that binds, at one court': when(
    ['ConfirmationOffered', 'ConfirmationFiled', 'ConfirmationAccepted', 'ConfirmationDecided'],
    ({ type, data, before }) => {
      const was = before.confirming[data.agreement];
      const state = before.deals[data.agreement]?.state;
      const sameCourt = type === 'ConfirmationOffered' || was?.court === data.court;
      return (state === 'bound' || state === 'fulfilled') && sameCourt && (BEFORE[type]?.includes(was?.state) ?? false);
    },
  ),
} satisfies Readonly<Record<string, Rule>>;
