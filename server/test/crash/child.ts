import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Landline, LandlineOptions } from '../../src/index.ts'

const SERVER = fileURLToPath(new URL('./server.ts', import.meta.url))

export interface Child {
  process: ChildProcess
  where: Omit<Landline, 'close'>
  /** Ends it without warning, and resolves when it is gone. */
  kill(): Promise<void>
}

/** Where its data lies, and what else a server is started with. */
export type Start = Pick<LandlineOptions, 'data' | 'databaseUrl' | 'webhook'>

function spawned(
  start: Start,
  heap?: number,
): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const limits = heap === undefined ? [] : [`--max-old-space-size=${heap}`]
  const child = spawn(process.execPath, [...limits, SERVER, JSON.stringify(start)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child as ReturnType<typeof spawned>
}

/**
 * Starts a server in a process of its own and resolves when it takes calls. `heap` is how many megabytes it may keep in
 * memory, beside what is young.
 */
export async function startChild(start: Start, heap?: number): Promise<Child> {
  const child = spawned(start, heap)
  child.stderr.pipe(process.stderr, { end: false })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return {
    process: child,
    where: JSON.parse(line) as Child['where'],
    async kill() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

/** What a server that does not start says, and its exit code. */
export async function refusedStart(start: Start): Promise<{ code: number; said: string }> {
  const child = spawned(start)
  let said = ''
  child.stderr.on('data', chunk => {
    said += String(chunk)
  })
  const [code] = (await once(child, 'close')) as [number]
  return { code, said }
}
