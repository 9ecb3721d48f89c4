import type { Values } from '../../actions/values';

const KEPT = 'mediation.register';

/** Of this tab alone, since it is about people: signing out or closing the browser forgets it. */
export const draft = {
  read: (): Values | undefined => {
    const kept = sessionStorage.getItem(KEPT);
    return kept === null ? undefined : (JSON.parse(kept) as Values);
  },
  keep: (values: Values): void => sessionStorage.setItem(KEPT, JSON.stringify(values)),
  forget: (): void => sessionStorage.removeItem(KEPT),
};
