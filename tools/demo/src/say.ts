/** One line for the person at the terminal, Chinese first. */
export const say = (zh: string, en: string): void => {
  process.stdout.write(`${zh} · ${en}\n`);
};
