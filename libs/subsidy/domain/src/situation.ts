import type { BodyCode } from '@mediation/kernel';
import type { FactTag } from '@mediation/rules';
import type { CaseFacts } from './case-facts';

const RESULT_TAGS: Readonly<Record<CaseFacts['result'], readonly string[]>> = {
  'written-agreement': ['fact:agreement-effective', 'form:written'],
  'oral-agreement': ['fact:agreement-effective', 'form:oral'],
  failed: ['fact:mediation-failed'],
  none: [],
};

/** What is true of a case that a committee claims a subsidy for, in the words of the rule packs. */
export const caseTags = (facts: CaseFacts, claimant: BodyCode, isSubsidised: boolean): readonly string[] => {
  const said: readonly (FactTag | false)[] = [
    facts.complete && 'file-complete',
    facts.archived && 'file-archived',
    facts.presenceProved && 'presence-proved',
    facts.factsConfirmed && 'facts-confirmed',
    facts.routesTold && 'routes-told',
    facts.body === claimant && 'claimed-by-keeper',
    isSubsidised && 'subsidised-already',
  ];
  return [
    ...(facts.body === undefined ? [] : ['channel:peoples']),
    ...RESULT_TAGS[facts.result],
    `difficulty:${facts.difficulty}`,
    ...said.filter((fact) => fact !== false).map((fact) => `fact:${fact}`),
  ];
};
