import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname, resolve } from 'node:path'
import { type Finding, fault, ok } from './finding.ts'

// What `doctor` looks at on this machine, with or without a server.

const OLDEST_NODE = 26

/** Real milliseconds in which a port of this machine or of the next one accepts a connection. */
const CONNECT_PATIENCE = 1000

export function nodeFinding(version: string): Finding {
  if (Number.parseInt(version.slice(1), 10) >= OLDEST_NODE) return ok(`Node.js is ${version}.`)
  return fault(
    `Node.js is ${version}, and Landline needs ${OLDEST_NODE}.`,
    'Run it as `npx landline`, which brings its own.',
  )
}

/** Whether a server that starts here could keep its data. */
export async function folderFinding(folder: string): Promise<Finding> {
  const path = resolve(folder)
  const state = await stat(path).catch((error: NodeJS.ErrnoException) => error)
  if (state instanceof Error) {
    if (state.code !== 'ENOENT') return unusable(folder, state.message)
    const writable = await canWrite(await nearestFolder(dirname(path)))
    return writable
      ? ok(`There is no data folder ${folder} yet; a start without --memory makes it.`)
      : unusable(folder, 'it does not exist, and cannot be made there')
  }
  if (!state.isDirectory()) return unusable(folder, 'it is a file')
  return (await canWrite(path))
    ? ok(`The data folder ${folder} can be written to.`)
    : unusable(folder, 'it is read-only')
}

const unusable = (folder: string, why: string): Finding =>
  fault(
    `The data folder ${folder} cannot be used: ${why}.`,
    'Change its rights or owner, or name another folder with --data.',
  )

const canWrite = (path: string): Promise<boolean> =>
  access(path, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )

/** The first folder upwards that exists; below it the others are made. */
async function nearestFolder(path: string): Promise<string> {
  const there = await stat(path).catch(() => undefined)
  return there || dirname(path) === path ? path : nearestFolder(dirname(path))
}

/** Why no Landline answers at an address: nothing is there, or something else is. */
export async function unreachable(url: string, why: string): Promise<Finding> {
  if (!(await isTaken(new URL(url)))) return fault(`Nothing listens at ${url}.`, why)
  return fault(
    `${why} The port is taken.`,
    'If that is another program, start Landline elsewhere, like `npx landline start --port 4401`, and name it with --url.',
  )
}

function isTaken({ hostname, port, protocol }: URL): Promise<boolean> {
  return new Promise(settle => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (protocol === 'https:' ? 443 : 80),
      timeout: CONNECT_PATIENCE,
    })
    const end = (taken: boolean) => {
      socket.destroy()
      settle(taken)
    }
    socket
      .on('connect', () => end(true))
      .on('timeout', () => end(false))
      .on('error', () => end(false))
  })
}
