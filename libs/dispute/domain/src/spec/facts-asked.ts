import type { Act } from '@mediation/rules';
import type { DisputeRules } from '../use-case';
import { plainRules } from './plain-rules';

/** A pack that bars the act whatever the situation, and names as its rule the facts that it was told, in order of the alphabet. */
export const factsAsked = (act: Act): DisputeRules => ({
  ...plainRules,
  gate: (asked, tags) =>
    asked === act
      ? {
          rule: tags
            .filter((tag) => tag.startsWith('fact:'))
            .map((tag) => tag.slice('fact:'.length))
            .sort()
            .join(' '),
          zh: '不得。',
          en: 'No.',
          source: '示例',
          article: '第一条',
          certainty: 'statute',
          pack: 'plain@1',
        }
      : undefined,
});
