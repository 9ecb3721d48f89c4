/** A wait that ends early when its owner ends. */
export class Pause {
  private timer: NodeJS.Timeout | undefined;
  private wake: (() => void) | undefined;
  private over = false;

  get ended(): boolean {
    return this.over;
  }

  wait(ms: number): Promise<void> {
    if (this.over) return Promise.resolve();
    return new Promise((resolve) => {
      this.wake = resolve;
      this.timer = setTimeout(resolve, ms);
    });
  }

  end(): void {
    this.over = true;
    clearTimeout(this.timer);
    this.wake?.();
  }
}
