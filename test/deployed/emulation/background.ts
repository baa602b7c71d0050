/** Work that nobody waits for, until somebody wants to know that all of it is done. */
export class Background {
  private readonly pending = new Set<Promise<unknown>>();

  start(work: Promise<unknown>): void {
    const tracked: Promise<unknown> = work
      .catch(() => undefined)
      .finally(() => {
        this.pending.delete(tracked);
      });
    this.pending.add(tracked);
  }

  async done(): Promise<void> {
    while (this.pending.size > 0) await Promise.all([...this.pending]);
  }
}
