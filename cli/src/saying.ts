import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { CommandError } from './terminal.ts'

/** Flags of `say`. */
export interface Saying {
  image?: string
  voice?: string
  file?: string
  location?: string
  replyTo?: string
  forwarded?: boolean
  unsupported?: string
  number?: string
}

/** The body of the control call, JSON or a form with a file. Throws CommandError when it says nothing, or two things. */
export async function sayBody(flags: Saying, text: string | undefined): Promise<object | FormData> {
  const { image, voice, file, location, unsupported, forwarded, replyTo: reply_to, number: phone_number_id } = flags
  const things = [image, voice, file, location, unsupported].filter(thing => thing !== undefined)
  if (things.length > 1)
    throw new CommandError('A message is one thing: a text, a photo, a voice message, a file or a place. Send two.')
  if (location !== undefined) {
    if (text !== undefined)
      throw new CommandError('A place has no text with it. Send the text as a message of its own.')
    return { location: placeOf(location), reply_to, forwarded, phone_number_id }
  }
  if (unsupported !== undefined) return { unsupported, phone_number_id }
  const [source] = things
  if (source !== undefined) {
    const more = { reply_to, forwarded: forwarded ? 'true' : undefined, phone_number_id }
    return fileForm(source, { kind: kindOf(flags), caption: text, ...more })
  }
  if (text === undefined) throw new CommandError('Say what: a text, or --image, --voice, --file or --location.')
  return { text, reply_to, forwarded, phone_number_id }
}

const kindOf = ({ image, voice }: Saying): string | undefined => {
  if (image !== undefined) return 'image'
  return voice === undefined ? undefined : 'voice'
}

/** The bytes go along, so that neither path nor URL has to mean anything to the server. */
async function fileForm(source: string, fields: Record<string, string | undefined>): Promise<FormData> {
  const form = new FormData()
  // Fields first: the server reads the file as it comes in.
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value)
  const url = /^https?:/i.test(source) ? URL.parse(source) : null
  const name = basename(url ? plain(url.pathname) : source) || 'file'
  form.set('file', await (url ? download(url) : open(source)), name)
  return form
}

/** Not every path of the web is properly encoded. */
function plain(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

async function open(path: string): Promise<Blob> {
  try {
    return await openAsBlob(path)
  } catch {
    throw new CommandError(`There is no file ${path} that can be read.`)
  }
}

async function download(url: URL): Promise<Blob> {
  const response = await fetch(url).catch(() => undefined)
  if (response?.ok) return response.blob()
  throw new CommandError(`${url} could not be fetched${response ? `: it answers ${response.status}` : ''}.`)
}

function placeOf(text: string): { latitude: number; longitude: number } {
  const [, latitude, longitude] = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text) ?? []
  if (longitude !== undefined) return { latitude: Number(latitude), longitude: Number(longitude) }
  throw new CommandError(`--location is "${text}". Write it as latitude and longitude, like 37.4847,-122.1477.`)
}
