import type { Live } from './session.ts'

/** A `Live` value with its pen: `set` tells everyone who listens, unless it is the very value there was. */
export class Pen<T> implements Live<T> {
  #value: T
  readonly #listeners = new Set<() => void>()

  constructor(value: T) {
    this.#value = value
  }

  readonly get = (): T => this.#value

  readonly subscribe = (listener: () => void): (() => void) => {
    // Wrapped, so that one function may subscribe twice and leave once.
    const told = () => listener()
    this.#listeners.add(told)
    return () => this.#listeners.delete(told)
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const told of [...this.#listeners]) told()
  }
}
