import type { Tail } from './stored-form';

/** The tails of the streams appended to last, so that going on with one needs no read before. */
export class Tails {
  private readonly tails = new Map<string, Tail>();

  constructor(private readonly capacity: number) {}

  get(stream: string): Tail | undefined {
    return this.tails.get(stream);
  }

  keep(stream: string, tail: Tail): void {
    this.tails.delete(stream);
    this.tails.set(stream, tail);
    // A map iterates in the order of insertion: its first key is the one that was appended to longest ago.
    if (this.tails.size > this.capacity) this.tails.delete(this.tails.keys().next().value!);
  }

  forget(stream: string): void {
    this.tails.delete(stream);
  }
}
