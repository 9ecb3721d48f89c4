import { layerSet } from '../layers';
import { rulePacksOver } from '../rule-pack';
import { layerSchema } from '../rule-pack.schema';

const source = {
  zh: '试验规则',
  en: 'A rule for a test',
  source: '试验法',
  article: '第一条',
  effectiveOn: '2022-05-01',
  certainty: 'statute',
} as const;

const clock = (rest: object) => ({ ...source, endsOn: ['mediation-ended'], expiry: 'SOFT_ALERT', ...rest });
const stoppable = {
  pauses: ['appraisal'],
  extension: { unit: 'day', length: 30, count: 2, by: 'parties', article: '第二条' },
};

/** A small law that no lawyer changes: every form that a clock's rule may have. */
export const SMALL_LAW = {
  jurisdiction: 'cn',
  effectiveOn: '2022-05-01',
  bounceLimit: { ...source, count: 2 },
  clocks: {
    month: clock({ trigger: 'accepted', unit: 'month', length: 1, unless: ['body:medical'] }),
    'fifteen-days': clock({ trigger: 'papers-signed-for', unit: 'day', length: 15, ...stoppable }),
    'thirty-working-days': clock({
      trigger: 'accepted',
      when: ['body:medical'],
      unit: 'working-day',
      length: 30,
      expiry: 'DEEMED_FAILED',
      ...stoppable,
    }),
    reply: clock({
      trigger: 'handoff-offered',
      unit: 'working-day',
      length: 3,
      settable: true,
      endsOn: ['handoff-settled'],
    }),
    'two-limits': clock({
      trigger: 'aid-applied',
      unit: 'day',
      length: 7,
      orWithin: { unit: 'working-day', length: 5 },
      endsOn: ['aid-decided'],
    }),
    complex: clock({
      trigger: 'transfer-passed-on',
      unit: 'working-day',
      length: 5,
      otherwise: [{ when: ['matter:complex-case'], unit: 'working-day', length: 10 }],
      endsOn: ['transfer-answered'],
    }),
    hours: clock({
      trigger: 'petition-received',
      unit: 'hour',
      length: 24,
      endsOn: ['petition-routed'],
      ...stoppable,
      extension: { unit: 'hour', length: 12, count: 1, by: 'authority', article: '第二条' },
    }),
    unrolled: clock({
      trigger: 'confirmation-filed',
      unit: 'day',
      length: 3,
      rolls: false,
      endsOn: ['confirmation-accepted'],
    }),
  },
  gates: {
    'b-written-first': { ...source, act: 'agree-orally', when: ['type:medical'], unless: ['fact:agreement-written'] },
    'a-never-here': {
      ...source,
      act: 'agree-orally',
      when: ['matter:rural-land-contract'],
      link: 'laws/test.md#art-1',
      adviceZh: '写下来。',
      adviceEn: 'Write it down.',
    },
    elsewhere: { ...source, act: 'accept', when: ['type:medical'] },
  },
  materials: {
    agreement: { ...source, material: 'agreement', presence: 'must', signedBy: ['parties'], unless: ['form:oral'] },
    application: { ...source, material: 'application', presence: 'must' },
    'evidence-if-any': { ...source, material: 'evidence', presence: 'if-any' },
  },
  listed: {
    housing: { ...source, list: 'agency-catalogue', value: 'housing' },
    long: { ...source, list: 'retention', value: 'long' },
  },
} as const;

export const smallLaw = rulePacksOver(layerSet([layerSchema.parse(SMALL_LAW)]));
export const PACK = 'cn@2022-05-01';
