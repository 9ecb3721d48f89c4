/** Something the person who started the program can put right: shown as one line, without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
  constructor(
    readonly zh: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(`${zh} · ${en}`, options);
  }

  /** The one line to print before exiting with code 1. */
  get line(): string {
    return this.message.replace(/\s+/g, ' ');
  }
}
