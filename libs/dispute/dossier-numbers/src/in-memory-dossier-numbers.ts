import type { Clock } from '@mediation/kernel';
import type { Allocation, ClosableNumbers } from './allocation';

/** For one process that keeps nothing: its numbers go with it. */
export const inMemoryDossierNumbers = (clock: Clock): ClosableNumbers => {
  const registers = new Map<string, Allocation[]>();
  const registerOf = (body: string, year: number): Allocation[] => {
    const key = `${year}/${body}`;
    const register = registers.get(key) ?? [];
    registers.set(key, register);
    return register;
  };
  return {
    allocate: (body, year, dispute) => {
      const register = registerOf(body, year);
      const known = register.find((each) => each.dispute === dispute);
      if (known !== undefined) return Promise.resolve(known.serial);
      const serial = register.length + 1;
      register.push({ serial, dispute, allocatedAt: clock.now() });
      return Promise.resolve(serial);
    },
    list: (body, year, { after, limit }) => Promise.resolve(registerOf(body, year).slice(after, after + limit)),
    close: () => Promise.resolve(),
  };
};
