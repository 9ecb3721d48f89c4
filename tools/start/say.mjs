/** One line of progress, Chinese first. */
export const say = (zh, en) => console.log(`${zh} · ${en}`);

/** One line that says what to do, and the end. */
export const fail = (zh, en) => {
  console.error(`${zh} · ${en}`);
  process.exit(1);
};
