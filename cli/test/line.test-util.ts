import { run } from '../src/program.ts'

export interface Outcome {
  code: number
  out: string
  err: string
}

/** Runs one command line in this process, with nothing of this machine's environment. */
export async function line(
  args: readonly string[],
  env: Record<string, string> = {},
  { signal = new AbortController().signal, heard }: { signal?: AbortSignal; heard?: (line: string) => void } = {},
): Promise<Outcome> {
  const out: string[] = []
  const err: string[] = []
  const code = await run(args, {
    out: text => {
      out.push(text)
      heard?.(text)
    },
    err: text => void err.push(text),
    env,
    signal,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
