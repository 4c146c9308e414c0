import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Landline } from '../../src/index.ts'

const SERVER = fileURLToPath(new URL('./server.ts', import.meta.url))

export interface Child {
  process: ChildProcess
  where: Omit<Landline, 'close'>
  /** Ends it without warning, and resolves when it is gone. */
  kill(): Promise<void>
}

function spawned(
  folder: string,
  webhook?: string,
): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const child = spawn(process.execPath, [SERVER, folder, ...(webhook ? [webhook] : [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child as ReturnType<typeof spawned>
}

/** Starts a server in a process of its own and resolves when it takes calls. */
export async function startChild(folder: string, webhook?: string): Promise<Child> {
  const child = spawned(folder, webhook)
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
export async function refusedStart(folder: string): Promise<{ code: number; said: string }> {
  const child = spawned(folder)
  let said = ''
  child.stderr.on('data', chunk => {
    said += String(chunk)
  })
  const [code] = (await once(child, 'close')) as [number]
  return { code, said }
}
