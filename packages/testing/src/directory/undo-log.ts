/** Remembers how to take changes back, as far as somebody may want to. */
export class UndoLog {
  readonly #steps: (() => void)[] = [];
  #open = 0;

  note(step: () => void): void {
    if (this.#open > 0) this.#steps.push(step);
  }

  /** Opens a stretch that can be taken back; `end` closes it. Stretches lie within each other. */
  begin(): number {
    this.#open += 1;
    return this.#steps.length;
  }

  end(): void {
    this.#open -= 1;
    if (this.#open === 0) this.#steps.length = 0;
  }

  /** Takes back, last first, what was noted since `begin` gave this mark. */
  takeBack(mark: number): void {
    for (const step of this.#steps.splice(mark).reverse()) step();
  }

  /** All of the work or, when it throws, nothing of it. */
  attempt<T>(work: () => T): T {
    const mark = this.begin();
    try {
      return work();
    } catch (error) {
      this.takeBack(mark);
      throw error;
    } finally {
      this.end();
    }
  }
}

/** A map whose changes can be taken back. */
export class UndoMap<Key, Value> {
  readonly #map = new Map<Key, Value>();
  readonly #undo: UndoLog;

  constructor(undo: UndoLog) {
    this.#undo = undo;
  }

  get(key: Key): Value | undefined {
    return this.#map.get(key);
  }

  has(key: Key): boolean {
    return this.#map.has(key);
  }

  values(): Value[] {
    return [...this.#map.values()];
  }

  set(key: Key, value: Value): void {
    this.#restoreLater(key);
    this.#map.set(key, value);
  }

  delete(key: Key): void {
    this.#restoreLater(key);
    this.#map.delete(key);
  }

  #restoreLater(key: Key): void {
    const before = this.#map.get(key);
    const existed = this.#map.has(key);
    this.#undo.note(() => {
      if (existed) this.#map.set(key, before as Value);
      else this.#map.delete(key);
    });
  }
}
