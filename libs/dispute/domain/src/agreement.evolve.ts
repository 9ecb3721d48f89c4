import { later, type PlainDate } from '@mediation/kernel';
import type { DisputeEventType } from './dispute.events';
import type { Agreement, KnownDispute } from './dispute.state';
import { withAgreement, withFile, type Evolution } from './evolution';

const signed = (a: Agreement, on: PlainDate, change: Partial<Agreement>): Agreement => ({
  ...a,
  ...change,
  lastActOn: later(a.lastActOn, on),
});

/** A full agreement in effect settles the dispute; a partial one leaves the proceeding running for the rest. */
const tookEffect = (dispute: KnownDispute, n: number): KnownDispute => {
  const next = withAgreement(dispute, n, (a) => ({ ...a, status: 'effective' }));
  const agreement = next.file.agreements.find((a) => a.n === n);
  return agreement?.extent === 'full' ? { phase: 'agreed', file: next.file, inPart: false } : next;
};

export const agreementEvolution = {
  AgreementReached: (d, { agreement, form, extent, obligations }) =>
    withFile(d, {
      agreements: [
        ...d.file.agreements,
        {
          n: agreement,
          body: d.phase === 'in-mediation' ? d.proceeding.body : d.file.custodian,
          mediators: d.phase === 'in-mediation' ? d.proceeding.mediators : [],
          form,
          extent,
          obligations: obligations.map((o) => ({ ...o, paidFen: 0, performed: false })),
          signedBy: [],
          mediatorSigned: false,
          sealed: false,
          lastActOn: undefined,
          status: 'signing',
          past: false,
        },
      ],
    }),
  AgreementSuperseded: (d, { agreement }) => withAgreement(d, agreement, (a) => ({ ...a, status: 'superseded' })),
  AgreementSignedByParty: (d, { agreement, party, signedOn }) =>
    withAgreement(d, agreement, (a) => signed(a, signedOn, { signedBy: [...a.signedBy, party] })),
  AgreementSignedByMediator: (d, { agreement, signedOn }) =>
    withAgreement(d, agreement, (a) => signed(a, signedOn, { mediatorSigned: true })),
  AgreementSealed: (d, { agreement, sealedOn }) =>
    withAgreement(d, agreement, (a) => signed(a, sealedOn, { sealed: true })),
  AgreementTookEffect: (d, { agreement }) => tookEffect(d, agreement),
  ObligationPerformed: (d, { agreement, obligation, amountFen, complete }) =>
    withAgreement(d, agreement, (a) => ({
      ...a,
      obligations: a.obligations.map((o) =>
        o.id === obligation ? { ...o, paidFen: o.paidFen + (amountFen ?? 0), performed: complete } : o,
      ),
    })),
  AgreementPerformed: (d, { agreement }) => withAgreement(d, agreement, (a) => ({ ...a, status: 'performed' })),
  AgreementBreached: (d, { agreement }) => withAgreement(d, agreement, (a) => ({ ...a, status: 'breached' })),
} satisfies Partial<Evolution<DisputeEventType>>;
