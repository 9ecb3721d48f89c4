import { later, refuse, type PlainDate } from '@mediation/kernel';
import type { DisputeEvent } from './dispute.events';
import type { Agreement, DisputeFile, OpenDispute } from './dispute.state';
import { fileText } from './fields';
import { today, type Context, type DisputeDecision } from './use-case';

export const findAgreement = (file: DisputeFile, n: number): Agreement | undefined =>
  file.agreements.find((a) => a.n === n);

/** It binds or has bound, whether performed or broken since: neither a draft nor one that another took the place of. */
export const hasTakenEffect = ({ status }: Agreement): boolean => status !== 'signing' && status !== 'superseded';

/** In effect, and at once performed where nothing is owed. */
export const takesEffect = (
  agreement: Pick<Agreement, 'n' | 'obligations'>,
  effectiveOn: PlainDate,
): readonly DisputeEvent[] => [
  { type: 'AgreementTookEffect', data: { agreement: agreement.n, effectiveOn } },
  ...(agreement.obligations.length === 0
    ? [{ type: 'AgreementPerformed', data: { agreement: agreement.n } } as const]
    : []),
];

/**
 * A written agreement takes effect with the last of three: every party has signed, the mediator has signed, the committee's seal is on
 * it (人民调解法 art. 29). The date is the latest of those acts, not of their entry.
 */
export const whenComplete = (
  file: DisputeFile,
  agreement: Agreement,
  act: { readonly on: PlainDate; readonly change: Partial<Agreement> },
): readonly DisputeEvent[] => {
  const next = { ...agreement, ...act.change };
  const complete =
    next.mediatorSigned && next.sealed && file.parties.every((party) => next.signedBy.includes(party.id));
  return complete ? takesEffect(next, later(agreement.lastActOn, act.on)) : [];
};

/** Runs a decision on a written agreement that is still being signed. */
export const inSigning = (
  dispute: OpenDispute,
  n: number,
  decide: (agreement: Agreement) => DisputeDecision,
): DisputeDecision => {
  const agreement = findAgreement(dispute.file, n);
  if (agreement === undefined) return refuse('agreement-unknown');
  if (agreement.form === 'oral') return refuse('agreement-is-oral');
  return agreement.status === 'signing' ? decide(agreement) : refuse('agreement-not-in-signing');
};

/** The event of a breach, unless it is recorded already. */
export const breachOf = (
  agreement: Agreement,
  context: Context,
  { obligation, note }: { obligation?: number | undefined; note?: string | undefined },
): readonly DisputeEvent[] =>
  agreement.status === 'breached'
    ? []
    : [
        {
          type: 'AgreementBreached',
          data: { agreement: agreement.n, obligation, breachedOn: today(context), personal: fileText(note) },
        },
      ];
