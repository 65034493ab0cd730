type Engine = typeof import('./engine.ts')

let loaded: Promise<Engine> | undefined

/** The engine, read when something is first asked of it, and never looked up again after that. */
export const loadEngine = (): Promise<Engine> => (loaded ??= import('./engine.ts'))
