interface Payload {
  uid?: string;
  userCode?: string;
  grantId?: string;
  consumed?: number;
}

/** What the local sign-in service remembers: in this process, until it ends. */
export class SignInMemory {
  private readonly stored = new Map<string, Payload>();

  async upsert(id: string, payload: Payload): Promise<void> {
    this.stored.set(id, payload);
  }

  async find(id: string): Promise<Payload | undefined> {
    return this.stored.get(id);
  }

  async findByUid(uid: string): Promise<Payload | undefined> {
    return [...this.stored.values()].find((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<Payload | undefined> {
    return [...this.stored.values()].find((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const payload = this.stored.get(id);
    if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.stored.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, payload] of this.stored) if (payload.grantId === grantId) this.stored.delete(id);
  }
}
