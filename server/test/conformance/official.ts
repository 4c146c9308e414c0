import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

const FILE = new URL('../../../../shared/openapi/business-messaging-api_v23.0.yaml', import.meta.url)

/** Whether the official document lies beside the project. It is an oracle for tests, and no part of the project. */
export const officialThere = existsSync(FILE)

export interface OfficialOperation {
  method: string
  path: string
  examples: { name: string; value: unknown }[]
}

interface Content {
  example?: unknown
  examples?: { [name: string]: { value?: unknown } }
}

/** Every operation of the official document, with its example requests. */
export function officialOperations(): OfficialOperation[] {
  const { paths } = parse(readFileSync(FILE, 'utf8')) as {
    paths: { [path: string]: { [method: string]: { requestBody?: { content?: { [type: string]: Content } } } } }
  }
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => ['get', 'post', 'delete', 'put'].includes(method))
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: path.replace('/{Version}', ''),
        examples: Object.values(operation.requestBody?.content ?? {}).flatMap(examplesOf),
      })),
  )
}

const examplesOf = ({ example, examples }: Content) => [
  ...(example === undefined ? [] : [{ name: 'example', value: example }]),
  ...Object.entries(examples ?? {}).map(([name, { value }]) => ({ name, value })),
]

/** The kind of node that each placeholder of a path stands for, as far as the kind is here. */
export const KIND_OF: { [placeholder: string]: string } = {
  '{Business-ID}': 'Business',
  '{Phone-Number-ID}': 'WhatsAppBusinessPhoneNumber',
  '{WhatsApp-Account-Number-ID}': 'WhatsAppBusinessPhoneNumber',
  '{WABA-ID}': 'WhatsAppBusinessAccount',
  '{WhatsApp-Business-Account-ID}': 'WhatsAppBusinessAccount',
  '{TEMPLATE_ID}': 'MessageTemplate',
  '{Media-ID}': 'WhatsAppBusinessMedia',
  '{Message-History-ID}': 'WhatsAppMessageHistory',
  '{Pre-Verified-Phone-Number-ID}': 'WhatsAppBusinessPreVerifiedPhoneNumber',
  '{WABA-Bot-ID}': 'WhatsAppBusinessBot',
  '{WhatsApp-Business-Profile-ID}': 'WhatsAppBusinessProfile',
  '{Application-ID}': 'Application',
  '{User-ID}': 'User',
}
